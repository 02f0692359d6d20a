# Makes target\package\grantscope\: GrantScope with its own Java runtime. Needs a JDK 25 and Maven. The same inputs as build.sh.
#   packaging\build.ps1               the program as a folder
#   packaging\build.ps1 -Type msi     and an installer beside it (needs WiX)
#   packaging\build.ps1 -SkipMaven    with the jars that are in target\ already
param([ValidateSet('', 'msi')][string]$Type = '', [switch]$SkipMaven)
$ErrorActionPreference = 'Stop'

function Say($text) { Write-Host "package: $text" }
function Fail($text) { [Console]::Error.WriteLine("packaging\build.ps1: $text"); exit 1 }
# Runs a program and stops when it fails.
function Run($program) {
  & $program @args
  if ($LASTEXITCODE -ne 0) { Fail "$program ended with $LASTEXITCODE" }
}

Set-Location (Join-Path $PSScriptRoot '..')
$root = (Get-Location).Path

# ---- Tools -----------------------------------------------------------------------------------------------------------

function Find-Jdk {
  $onPath = Get-Command javac -ErrorAction SilentlyContinue
  $homes = @($env:JAVA_HOME, $env:JAVA_HOME_25_X64, $env:JAVA_HOME_25_ARM64)
  if ($onPath) { $homes += Split-Path (Split-Path $onPath.Source) }
  foreach ($folder in 'Eclipse Adoptium', 'Java', 'Microsoft', 'Zulu', 'Amazon Corretto') {
    $homes += Get-ChildItem -Directory -ErrorAction SilentlyContinue (Join-Path $env:ProgramFiles $folder) | ForEach-Object FullName
  }
  foreach ($one in $homes) {
    if (-not $one -or -not (Test-Path "$one\release") -or -not (Test-Path "$one\bin\jpackage.exe")) { continue }
    $version = Select-String -Path "$one\release" -Pattern '^JAVA_VERSION="(\d+)'
    if ($version -and [int]$version.Matches[0].Groups[1].Value -ge 25) { return $one }
  }
}
$jdk = Find-Jdk
if (-not $jdk) { Fail 'no JDK 25 with jlink and jpackage found; install one and set JAVA_HOME to it' }
if (-not $SkipMaven -and -not (Get-Command mvn -ErrorAction SilentlyContinue)) { Fail 'Maven (mvn) is missing; install Maven 3.8 or later' }

# ---- Our jar, the libraries, JavaFX ----------------------------------------------------------------------------------

if (-not $SkipMaven) {
  Say 'Maven builds the program'
  Run mvn -q -B -DskipTests package
}
$pom = [xml](Get-Content pom.xml)
$version = $pom.project.version
$main = $pom.project.properties.'main.class'
$jar = "target\grantscope-$version.jar"
if (-not (Test-Path $jar)) { Fail "$jar is missing; run without -SkipMaven" }

$package = "$root\target\package"
$work = "$package\work"
if (Test-Path $package) { Remove-Item -Recurse -Force $package }
New-Item -ItemType Directory -Force "$work\jmods", "$work\input", "$work\training\classes" | Out-Null
Copy-Item $jar, 'target\stage\lib\*.jar', 'packaging\java.options', 'target\sbom.json' "$work\input"
foreach ($picocli in Get-ChildItem target\stage\lib\picocli-*.jar) {
  Run "$jdk\bin\java" packaging\tools\ModernClasses.java $picocli.FullName "$work\input\$($picocli.Name)"
}
Run "$jdk\bin\java" --module-path target\stage\javafx --add-modules javafx.graphics -cp "$jar;target\stage\lib\*" packaging\tools\BinaryStyles.java "$work\ready" packaging\unused-styles.txt
Run "$jdk\bin\java" -cp $jar packaging\tools\TextsClass.java "$work\ready"
Run "$jdk\bin\jar" --update --file "$work\input\$(Split-Path -Leaf $jar)" -C "$work\ready" .
Run "$jdk\bin\java" -cp 'target\stage\lib\*' packaging\tools\IconFont.java "$work\input"
Run "$jdk\bin\java" -cp 'target\stage\lib\*' packaging\tools\Licences.java target\sbom.json target\stage\lib packaging\licences LICENSE "$work\input\licenses"

# ---- The runtime: JavaFX as modules in it, its natives too -------------------------------------------------------------

Say 'the Java runtime'
foreach ($file in Get-ChildItem target\stage\javafx\*.jar) {
  $name = $file.Name -replace '^javafx-([a-z]+)-.*', '$1'
  New-Item -ItemType Directory -Force "$work\$name\classes", "$work\$name\libs", "$work\$name\legal" | Out-Null
  Push-Location "$work\$name\classes"
  Run "$jdk\bin\jar" --extract --file $file.FullName
  Pop-Location
  Get-ChildItem "$work\$name\classes\*.dll" | Move-Item -Destination "$work\$name\libs"
  foreach ($text in 'LICENSE', 'ADDITIONAL_LICENSE_INFO', 'ASSEMBLY_EXCEPTION') {
    if (Test-Path "$jdk\legal\java.base\$text") { Copy-Item "$jdk\legal\java.base\$text" "$work\$name\legal" }
  }
  Run "$jdk\bin\jmod" create --class-path "$work\$name\classes" --libs "$work\$name\libs" --legal-notices "$work\$name\legal" "$work\jmods\javafx.$name.jmod"
}
$modules = (Get-Content packaging\modules.txt | ForEach-Object { ($_ -replace '#.*', '').Trim() } | Where-Object { $_ }) + 'jdk.crypto.mscapi'
Run "$jdk\bin\jlink" --module-path "$work\jmods" --add-modules ($modules -join ',') --output "$work\runtime" `
  --strip-java-debug-attributes --no-header-files --no-man-pages --compress=zip-0 --vm=server
Remove-Item "$work\runtime\bin\keytool.exe", "$work\runtime\bin\jwebserver.exe" -ErrorAction SilentlyContinue

# ---- The image: grantscope.exe has a console, "GrantScope Window.exe" has none ------------------------------------------

Say 'the program image'
$common = @('--name', 'grantscope', '--app-version', $version, '--vendor', 'GrantScope', '--copyright', 'The GrantScope authors',
  '--description', 'Makes an OAuth 2.0 client_credentials grant work', '--icon', 'icons\grantscope.ico')
$options = @()
foreach ($option in Get-Content packaging\java.options) {
  if ($option -and -not $option.StartsWith('#')) { $options += '--java-options', $option }
}
# jpackage's launcher cannot choose by its arguments: the console's has the cache of the command line, the menu's that of the window.
$window = "$work\window.properties"
Copy-Item packaging\windows\window.properties $window
$windowOptions = ($options | Where-Object { $_ -ne '--java-options' }) + '-XX:AOTCache=$APPDIR/window.aot'
Add-Content $window "java-options=$($windowOptions -join ' ')"
Run "$jdk\bin\jpackage" --type app-image @common @options --java-options '-XX:AOTCache=$APPDIR/commands.aot' --win-console `
  --add-launcher "GrantScope Window=$window" --dest "$work\image" --input "$work\input" --main-jar (Split-Path -Leaf $jar) `
  --main-class $main --runtime-image "$work\runtime"
Move-Item "$work\image\grantscope" "$package\grantscope"
$app = "$package\grantscope\app"

# ---- The AOT caches: what the program loads and links, found by walking it once ----------------------------------------

Say 'the AOT caches, by walking the program once'
$training = "$work\training"
$jars = Select-String -Path "$app\grantscope.cfg" -Pattern '^app\.classpath=\$APPDIR.(.*)' | ForEach-Object { $_.Matches[0].Groups[1].Value }
$classPath = ($jars | ForEach-Object { "$app\$_" }) -join ';'
Run "$jdk\bin\javac" -Xlint:all -d "$training\classes" --module-path target\stage\javafx --add-modules javafx.controls packaging\training\Training.java
& "$jdk\bin\keytool" -genkeypair -alias training -keyalg EC -groupname secp256r1 -dname CN=localhost -ext san=dns:localhost `
  -storetype PKCS12 -keystore "$training\tls.p12" -storepass training -J-Duser.language=en *> $null
& "$jdk\bin\keytool" -exportcert -rfc -alias training -keystore "$training\tls.p12" -storepass training -file "$training\tls.pem" *> $null
$server = Start-Process -PassThru -NoNewWindow "$jdk\bin\java" -ArgumentList 'packaging\training\TokenServer.java', "`"$training`""
try {
  while (-not (Test-Path "$training\ports")) {
    if ($server.HasExited) { Fail 'the token server of the training did not start' }
    Start-Sleep -Milliseconds 200
  }
  $env:GRANTSCOPE_HOME = "$training\home"
  $env:TRAINING_SECRET = 'training-secret'
  function Train($cache) {
    & "$package\grantscope\runtime\bin\java" "@$app\java.options" "-XX:AOTCacheOutput=$training\$cache" -cp $classPath `
      "-Dtraining.folder=$training" @args sun.security.tools.keytool.Main -list -providerclass Training `
      -providerpath "$training\classes" *> "$training\$cache.log"
    if ($LASTEXITCODE -ne 0 -or -not (Test-Path "$training\$cache")) {
      Get-Content -Tail 20 "$training\$cache.log"
      Fail "the training of $cache failed"
    }
    Move-Item "$training\$cache" "$app\$cache"
  }
  Train commands.aot
  Train window.aot '-Dtraining.window=true' '-Dglass.platform=Headless' '-Dprism.order=sw'
} finally {
  Stop-Process -Id $server.Id -ErrorAction SilentlyContinue
  Remove-Item Env:GRANTSCOPE_HOME, Env:TRAINING_SECRET -ErrorAction SilentlyContinue
}

# The place that the documentation names: bin\grantscope.cmd, beside jpackage's own.
New-Item -ItemType Directory -Force "$package\grantscope\bin" | Out-Null
Set-Content -Encoding ascii "$package\grantscope\bin\grantscope.cmd" "@`"%~dp0..\grantscope.exe`" %*"

# ---- The installer ---------------------------------------------------------------------------------------------------

if ($Type -eq 'msi') {
  Say 'the msi'
  # The upgrade code stays for ever: by it Windows knows the version before. Per user, so that no administrator is needed.
  Run "$jdk\bin\jpackage" --type msi --app-image "$package\grantscope" --name grantscope --app-version $version --vendor GrantScope `
    --win-upgrade-uuid 7b0c1f0e-5a53-4c57-9a6f-2f6d0b8a4e11 --win-per-user-install --win-menu --win-menu-group GrantScope `
    --license-file LICENSE --dest $package
}
Remove-Item -Recurse -Force $work
Say "$package\grantscope\grantscope.exe"
