#!/bin/sh
# Makes target/package/grantscope/: GrantScope with its own Java runtime. Needs a JDK 25 and Maven, and no display.
#   packaging/build.sh                        the program as a folder
#   packaging/build.sh --type deb|rpm|dmg     and an installer beside it
#   packaging/build.sh --skip-maven           with the jars that are in target/ already
# Windows: build.ps1.
set -eu

say() { printf 'package: %s\n' "$*"; }
die() { printf 'packaging/build.sh: %s\n' "$*" >&2; exit 1; }

type=
maven=yes
while [ $# -gt 0 ]; do
  case $1 in
    --type) [ $# -gt 1 ] || die "--type needs one of deb, rpm, dmg"; type=$2; shift ;;
    --skip-maven) maven=no ;;
    *) die "unknown argument: $1 (use --type deb|rpm|dmg, --skip-maven)" ;;
  esac
  shift
done
case $(uname -s) in
  Linux) system=linux ;;
  Darwin) system=mac ;;
  *) die "this script is for Linux and macOS; on Windows use packaging/build.ps1" ;;
esac
case $system:$type in
  linux: | linux:deb | linux:rpm | mac: | mac:dmg) ;;
  *) die "--type $type cannot be made on this system (Linux: deb, rpm; macOS: dmg; Windows: packaging/build.ps1)" ;;
esac

cd "$(dirname "$0")/.."
root=$PWD

# ---- Tools -----------------------------------------------------------------------------------------------------------

# The first JDK 25 or later with jlink and jpackage: in the usual variables, on the path, in the usual folders.
find_jdk() {
  on_path=$(command -v javac || true)
  if [ -n "$on_path" ]; then
    while [ -L "$on_path" ]; do
      link=$(readlink "$on_path")
      case $link in /*) on_path=$link ;; *) on_path=$(dirname "$on_path")/$link ;; esac
    done
    on_path=$(dirname "$on_path")/..
  fi
  for home in "${JAVA_HOME:-}" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_arm64:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/*; do
    [ -n "$home" ] && [ -f "$home/release" ] && [ -x "$home/bin/jpackage" ] && [ -x "$home/bin/jlink" ] || continue
    major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    if [ "${major:-0}" -ge 25 ]; then
      (cd "$home" && pwd)
      return
    fi
  done
}
jdk=$(find_jdk)
[ -n "$jdk" ] || die "no JDK 25 with jlink and jpackage found; install one and set JAVA_HOME to it"
command -v mvn >/dev/null 2>&1 || [ $maven = no ] || die "Maven (mvn) is missing; install Maven 3.8 or later"
if [ "$type" = deb ]; then
  command -v fakeroot >/dev/null 2>&1 && command -v dpkg-deb >/dev/null 2>&1 || die "--type deb needs fakeroot and dpkg-deb; install them"
elif [ "$type" = rpm ]; then
  command -v rpmbuild >/dev/null 2>&1 || die "--type rpm needs rpmbuild; install it (Debian: rpm, Fedora: rpm-build)"
fi

# ---- Our jar, the libraries, JavaFX ----------------------------------------------------------------------------------

if [ $maven = yes ]; then
  say "Maven builds the program"
  mvn -q -B -DskipTests package
fi
version=$(sed -n 's/^  <version>\(.*\)<\/version>/\1/p' pom.xml | head -n 1)
timestamp=$(sed -n 's/.*<project.build.outputTimestamp>\(.*\)<\/project.build.outputTimestamp>.*/\1/p' pom.xml)
main=$(sed -n 's/.*<main.class>\(.*\)<\/main.class>.*/\1/p' pom.xml)
jar=target/grantscope-$version.jar
[ -f "$jar" ] || die "$jar is missing; run without --skip-maven"

work=$root/target/package/work
rm -rf target/package
mkdir -p "$work/jmods" "$work/input"
cp "$jar" "$work/input/"
cp target/stage/lib/*.jar "$work/input/"
for picocli in target/stage/lib/picocli-*.jar; do
  "$jdk/bin/java" packaging/tools/ModernClasses.java "$picocli" "$work/input/$(basename "$picocli")"
done
"$jdk/bin/java" --module-path target/stage/javafx --add-modules javafx.graphics -cp "$jar:target/stage/lib/*" \
  packaging/tools/BinaryStyles.java "$work/ready" packaging/unused-styles.txt
"$jdk/bin/java" -cp "$jar" packaging/tools/TextsClass.java "$work/ready"
"$jdk/bin/jar" --update --file "$work/input/$(basename "$jar")" --date="$timestamp" -C "$work/ready" .
"$jdk/bin/java" -cp 'target/stage/lib/*' packaging/tools/IconFont.java "$work/input"
cp packaging/java.options "$work/input/"
[ -f target/sbom.json ] || die "target/sbom.json is missing; run without --skip-maven"
cp target/sbom.json "$work/input/"
"$jdk/bin/java" -cp 'target/stage/lib/*' packaging/tools/Licences.java target/sbom.json target/stage/lib packaging/licences LICENSE \
  "$work/input/licenses"

# ---- The runtime: JavaFX as modules in it, its natives too -------------------------------------------------------------

say "the Java runtime, from $("$jdk/bin/java" --version | head -n 1)"
for file in target/stage/javafx/*.jar; do
  name=$(basename "$file" | sed 's/^javafx-\([a-z]*\)-.*/\1/')
  mkdir -p "$work/$name/classes" "$work/$name/libs"
  (cd "$work/$name/classes" && "$jdk/bin/jar" --extract --file "$root/$file")
  find "$work/$name/classes" -maxdepth 1 \( -name '*.so' -o -name '*.dylib' \) -exec mv {} "$work/$name/libs/" \;
  # JavaFX has the licence of Java itself; its jars do not carry the text.
  mkdir -p "$work/$name/legal"
  for text in LICENSE ADDITIONAL_LICENSE_INFO ASSEMBLY_EXCEPTION; do
    [ ! -f "$jdk/legal/java.base/$text" ] || cp "$jdk/legal/java.base/$text" "$work/$name/legal/"
  done
  "$jdk/bin/jmod" create --class-path "$work/$name/classes" --libs "$work/$name/libs" --legal-notices "$work/$name/legal" \
    "$work/jmods/javafx.$name.jmod"
done
modules=$(sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' packaging/modules.txt | paste -s -d , -)
[ $system = linux ] && strip=--strip-debug || strip=--strip-java-debug-attributes
"$jdk/bin/jlink" --module-path "$work/jmods" --add-modules "$modules" --output "$work/runtime" \
  $strip --no-header-files --no-man-pages --compress=zip-0 --vm=server
# Tools that came with the modules; the program calls none.
rm -f "$work/runtime/bin/keytool" "$work/runtime/bin/jwebserver"

# ---- The image -------------------------------------------------------------------------------------------------------

say "the program image"
# macOS allows no version that begins with 0.
[ $system = mac ] && shown=$(printf '%s' "$version" | sed 's/^0\./1./') || shown=$version
set -- --name grantscope --app-version "$shown" --vendor GrantScope --copyright "The GrantScope authors" \
  --description "Makes an OAuth 2.0 client_credentials grant work"
if [ $system = linux ]; then
  icon=icons/png/grantscope-512.png
else
  icon=icons/grantscope.icns
  set -- "$@" --mac-package-identifier dev.grantscope.GrantScope --mac-package-name GrantScope
fi
options='-XX:AOTCache=$APPDIR/window.aot'
sed -e 's/#.*//' -e '/^[[:space:]]*$/d' packaging/java.options >"$work/options"
while read -r option; do
  set -- "$@" --java-options "$option"
done <"$work/options"
"$jdk/bin/jpackage" --type app-image "$@" --java-options "$options" --icon "$icon" --dest "$work/image" \
  --input "$work/input" --main-jar "$(basename "$jar")" --main-class "$main" --runtime-image "$work/runtime"

if [ $system = linux ]; then
  mv "$work/image/grantscope" target/package/grantscope
  home=target/package/grantscope
  lib=$home/lib
  java=$lib/runtime/bin/java
else
  mkdir -p target/package/grantscope/bin
  mv "$work/image/grantscope.app" target/package/grantscope/GrantScope.app
  home=target/package/grantscope/GrantScope.app/Contents
  lib=$home
  java=$lib/runtime/Contents/Home/bin/java
fi

# ---- The AOT cache: what the program loads and links, found by walking it once -----------------------------------------

say "the AOT cache, by walking the program once"
# In the order of jpackage's own launcher: the cache fits no other.
jars=$(sed -n 's/^app\.classpath=\$APPDIR.//p' "$lib/app/grantscope.cfg")
app_dir=$root/$lib/app
class_path=$(printf '%s\n' "$jars" | sed "s|^|$app_dir/|" | paste -s -d : -)
training=$work/training
mkdir -p "$training/classes"
"$jdk/bin/javac" -Xlint:all -d "$training/classes" --module-path target/stage/javafx --add-modules javafx.controls \
  packaging/training/Training.java
"$jdk/bin/keytool" -genkeypair -alias training -keyalg EC -groupname secp256r1 -dname CN=localhost -ext san=dns:localhost \
  -storetype PKCS12 -keystore "$training/tls.p12" -storepass training 2>/dev/null
"$jdk/bin/keytool" -exportcert -rfc -alias training -keystore "$training/tls.p12" -storepass training 2>/dev/null >"$training/tls.pem"
"$jdk/bin/java" packaging/training/TokenServer.java "$training" &
server=$!
screen=
trap 'kill $server $screen 2>/dev/null || true' EXIT
while [ ! -f "$training/ports" ]; do
  kill -0 $server 2>/dev/null || die "the token server of the training did not start"
  sleep 0.2
done

# Two caches, since the JVM loads at start all that is in one: $1 is its name, the rest are options of the training.
train() {
  cache=$1.aot
  shift
  # An empty environment: no keyring, no files and no display of whoever builds.
  env -i PATH="$PATH" HOME="$training" GRANTSCOPE_HOME="$training/home" TRAINING_SECRET=training-secret LC_ALL=C.UTF-8 \
    ${display:+DISPLAY=":$display"} GDK_GL=disable \
    "$java" "@$app_dir/java.options" -XX:AOTCacheOutput="$training/$cache" -cp "$class_path" -Dtraining.folder="$training" "$@" \
    sun.security.tools.keytool.Main -list -providerclass Training -providerpath "$training/classes" \
    >"$training/$cache.log" 2>&1 || { tail -n 20 "$training/$cache.log" >&2; die "the training of $cache failed"; }
  [ -f "$training/$cache" ] || { tail -n 20 "$training/$cache.log" >&2; die "the training made no $cache"; }
  mv "$training/$cache" "$app_dir/$cache"
}
train commands
# On a screen of its own where there can be one, since only there the walk meets what the desktop's toolkit needs; else without any,
# and the window starts 10 ms later.
if [ $system = linux ] && command -v Xvfb >/dev/null 2>&1 && /sbin/ldconfig -p 2>/dev/null | grep -q libgtk-3.so.0; then
  Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp -noreset 3>"$training/display" >/dev/null 2>&1 &
  screen=$!
  until [ -s "$training/display" ]; do
    kill -0 $screen 2>/dev/null || die "Xvfb did not start"
    sleep 0.2
  done
  display=$(cat "$training/display")
  train window -Dtraining.window=true -Dprism.order=sw
else
  train window -Dtraining.window=true -Dglass.platform=Headless -Dprism.order=sw
fi

# ---- The launcher ----------------------------------------------------------------------------------------------------

mkdir -p target/package/grantscope/bin
case $system in
  linux) from_bin=../lib runtime=runtime draw='-Dprism.order=sw ' ;;
  mac) from_bin=../GrantScope.app/Contents runtime=runtime/Contents/Home draw= ;;
esac
launcher_path=$(printf '%s\n' "$jars" | sed 's|^|$lib/app/|' | paste -s -d : -)
rm -f target/package/grantscope/bin/grantscope
sed -e "s|@LIB@|$from_bin|" -e "s|@RUNTIME@|$runtime|" -e "s|@SYSTEM@|$system|" -e "s|@OPTIONS@ |$draw|" \
  -e "s|@CLASSPATH@|$launcher_path|" -e "s|@MAIN@|$main|" packaging/grantscope.sh >target/package/grantscope/bin/grantscope
chmod 755 target/package/grantscope/bin/grantscope
if [ $system = linux ]; then
  rm -f "$lib/libapplauncher.so"
else
  # The caches came after jpackage's own signature. Without an identity it is one for this machine alone.
  codesign --force --deep --options runtime --entitlements packaging/mac/entitlements.plist \
    --sign "${GRANTSCOPE_SIGNING_IDENTITY:--}" target/package/grantscope/GrantScope.app
fi

# ---- The installer ---------------------------------------------------------------------------------------------------

# jpackage makes the deb; what a deb has outside of the program's folder is then laid beside it, so that dpkg owns it, and no script
# has to run when it is installed or removed.
make_deb() {
  mkdir -p "$work/deb-resources"
  cp packaging/linux/control "$work/deb-resources/"
  # Not packed: it is opened again at once.
  DPKG_DEB_COMPRESSOR_TYPE=none "$jdk/bin/jpackage" --type deb --app-image target/package/grantscope --name grantscope --app-version "$version" \
    --linux-package-name grantscope --linux-deb-maintainer packages@grantscope.invalid \
    --resource-dir "$work/deb-resources" --dest "$work/deb" >"$work/jpackage-deb.log" 2>&1 || { cat "$work/jpackage-deb.log" >&2; die "jpackage made no deb"; }
  made=$(find "$work/deb" -name '*.deb')
  tree=$work/deb/tree
  dpkg-deb -R "$made" "$tree"
  rm -f "$tree"/DEBIAN/preinst "$tree"/DEBIAN/postinst "$tree"/DEBIAN/prerm "$tree"/DEBIAN/postrm
  rm -rf "$tree/usr" "$tree/opt/grantscope/share"
  rm -f "$tree"/opt/grantscope/lib/*.desktop "$tree"/opt/grantscope/lib/grantscope.png
  share=$tree/usr/share
  id=dev.grantscope.GrantScope
  mkdir -p "$tree/usr/bin" "$share/applications" "$share/metainfo" "$share/man/man1" "$share/doc/grantscope"
  ln -s ../../opt/grantscope/bin/grantscope "$tree/usr/bin/grantscope"
  cp packaging/linux/grantscope.desktop "$share/applications/$id.desktop"
  sed -e "s/@VERSION@/$version/" -e "s/@DATE@/$date/" packaging/linux/metainfo.xml >"$share/metainfo/$id.metainfo.xml"
  # What the program says of its commands is what the manual says.
  for command in run diagnose call discover practice; do
    printf '.SH GRANTSCOPE %s\n.nf\n' "$(printf %s $command | tr '[:lower:]' '[:upper:]')"
    LC_ALL=C.UTF-8 COLUMNS=72 target/package/grantscope/bin/grantscope $command --help | sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^[.']/\\\\\&&/"
    printf '.fi\n'
  done >"$work/commands.1"
  sed -e "/@COMMANDS@/{r $work/commands.1" -e 'd}' -e "s/@VERSION@/$version/" -e "s/@DATE@/$date/" packaging/linux/grantscope.1 |
    gzip -9n >"$share/man/man1/grantscope.1.gz"
  cp packaging/linux/copyright "$share/doc/grantscope/copyright"
  for png in icons/png/grantscope-*.png; do
    size=$(basename "$png" .png | sed 's/grantscope-//')
    mkdir -p "$share/icons/hicolor/${size}x$size/apps"
    cp "$png" "$share/icons/hicolor/${size}x$size/apps/$id.png"
  done
  mkdir -p "$share/icons/hicolor/scalable/apps"
  cp icons/grantscope.svg "$share/icons/hicolor/scalable/apps/$id.svg"
  chmod -R u=rwX,go=rX "$tree"
  sed -i "s/^Installed-Size:.*/Installed-Size: $(du -sk --exclude=DEBIAN "$tree" | cut -f 1)/" "$tree/DEBIAN/control"
  (cd "$tree" && find opt usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
  arch=$(sed -n 's/^Architecture: //p' "$tree/DEBIAN/control")
  installer=target/package/grantscope_${version}_$arch.deb
  SOURCE_DATE_EPOCH=$epoch dpkg-deb --root-owner-group -Zxz -z2 --build "$tree" "$installer" >/dev/null
}

date=${timestamp%T*}
case $type in
  deb)
    say "the deb"
    epoch=$(date -u -d "$timestamp" +%s)
    make_deb
    say "$installer, $(du -k "$installer" | cut -f 1) KB"
    ;;
  rpm)
    say "the rpm"
    "$jdk/bin/jpackage" --type rpm --app-image target/package/grantscope --name grantscope --app-version "$version" \
      --linux-package-name grantscope --linux-rpm-license-type Apache-2.0 --linux-package-deps gtk3 \
      --linux-shortcut --linux-menu-group "Development;Network" --dest target/package
    ;;
  dmg)
    say "the dmg"
    "$jdk/bin/jpackage" --type dmg --app-image target/package/grantscope/GrantScope.app --name GrantScope \
      --app-version "$shown" --dest target/package
    mv target/package/GrantScope-*.dmg "target/package/GrantScope-$version.dmg"
    ;;
esac
rm -rf "$work"
say "target/package/grantscope/bin/grantscope, $(du -sk target/package/grantscope | cut -f 1) KB"
