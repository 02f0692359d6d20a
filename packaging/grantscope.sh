#!/bin/sh
# Starts GrantScope with its own Java runtime: with arguments the command line, without any the window.
# A script, since jpackage's launcher costs 0.1 s more than the runtime itself.
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
lib=${self%/*}/@LIB@
# Options from outside would print a line, and would spoil the AOT cache.
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS CLASSPATH
# Without a locale Java could not name what is not ASCII: a profile in an argument, a folder in the home.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in C | POSIX) export LC_ALL=C.UTF-8 ;; esac
# Linux: drawn by the processor, which for forms and text is quick enough, starts sooner and takes 60 MB less than OpenGL without a
# graphics card (remote desktops, virtual machines); so GTK need not look for OpenGL either.
[ @SYSTEM@ = mac ] || export GDK_GL=disable
cache=window
[ $# -eq 0 ] || cache=commands
exec "$lib/@RUNTIME@/bin/java" @"$lib/app/java.options" -XX:AOTCache="$lib/app/$cache.aot" \
  @OPTIONS@ -cp "@CLASSPATH@" @MAIN@ "$@"
