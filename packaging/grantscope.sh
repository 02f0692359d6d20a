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
cache=window
[ $# -eq 0 ] || cache=commands
exec "$lib/runtime/bin/java" @"$lib/app/java.options" -XX:AOTCache="$lib/app/$cache.aot" \
  -cp "@CLASSPATH@" @MAIN@ "$@"
