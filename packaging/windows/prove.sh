#!/bin/sh
# Installs, runs, upgrades and removes the program under Wine, and looks at what each step left behind.
#
#   prove.sh setup OLD-setup.exe NEW-setup.exe PICTURES
#   prove.sh msi OLD.msi NEW.msi PICTURES
#
# Runs inside the system that wine.py makes, on a screen of its own and without a network. PICTURES is a folder
# for pictures of the screen. Ends with status 0 when everything was as it should be.
set -eu

HERE=$(cd "$(dirname "$0")/../.." && pwd)
windows_name() { printf 'Z:%s' "$(printf '%s' "$1" | sed 's,/,\\,g')"; }
FILM=$(windows_name "$HERE/resources/sample/phantom.dcm")
CLASSES='Software\Classes'
UNINSTALL='Software\Microsoft\Windows\CurrentVersion\Uninstall\Negatoscope'
SETTINGS='HKCU\Software\Negatoscope\Negatoscope'
LOCAL="$WINEPREFIX/drive_c/users/root/AppData/Local"
failures=0

say() { printf '%s\n' "$*"; }
# expect WHAT COMMAND...: the command must succeed; expect_not: it must fail.
expect() {
    what=$1; shift
    if "$@" >/dev/null 2>&1; then say "  ok    $what"; else say "  FAIL  $what"; failures=$((failures + 1)); fi
}
expect_not() {
    what=$1; shift
    if "$@" >/dev/null 2>&1; then say "  FAIL  $what"; failures=$((failures + 1)); else say "  ok    $what"; fi
}
# value KEY NAME TEXT: the named value of the registry holds the text; with "" for the key's own value.
value() {
    if [ -n "$2" ]; then found=$(wine reg query "$1" /v "$2"); else found=$(wine reg query "$1" /ve); fi
    printf '%s' "$found" | grep -Fq -- "$3"
}
key() { wine reg query "$1"; }
running() { wine tasklist 2>/dev/null | grep -q '^negatoscope.exe'; }
# Everything settles at last, or something is wrong: two minutes each.
until_so() {
    tries=0
    until "$@" >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 240 ] || return 1
        sleep 0.5
    done
}
gone() { ! "$@"; }
picture() { import -window root "$PICTURES/$1.png"; }
files() { (cd "$WINEPREFIX/drive_c" && find . -type f -not -path './windows/*' -not -path '*/Temp/*' | sort); }

registered() {  # ROOT FOLDER, the folder as Windows names it
    for ending in dcm dicom png jpg jpeg tif tiff; do
        expect "$1: offers itself for .$ending" \
            value "$1\\$CLASSES\\.$ending\\OpenWithProgids" Negatoscope.Film.1 REG_SZ
    done
    expect "$1: its own ProgID opens a film" value \
        "$1\\$CLASSES\\Negatoscope.Film.1\\shell\\open\\command" "" "\"$2\\negatoscope.exe\" \"%1\""
    expect "$1: it stands among the applications that Windows knows" \
        value "$1\\Software\\RegisteredApplications" Negatoscope Capabilities
    expect ".dcm still opens with what it opened before" value "HKCU\\$CLASSES\\.dcm" "" Another.Viewer
    expect_not ".png has no default of ours" value "$1\\$CLASSES\\.png" "" Negatoscope
}
forgotten() {  # ROOT
    for ending in dcm png tiff; do
        expect_not "$1: offers itself for .$ending no more" \
            value "$1\\$CLASSES\\.$ending\\OpenWithProgids" Negatoscope.Film.1 REG_SZ
    done
    expect_not "$1: the ProgID is gone" key "$1\\$CLASSES\\Negatoscope.Film.1"
    expect_not "$1: the application is gone" key "$1\\$CLASSES\\Applications\\negatoscope.exe"
    expect_not "$1: Windows knows it no more" value "$1\\Software\\RegisteredApplications" Negatoscope Capabilities
    expect ".dcm still opens with what it opened before" value "HKCU\\$CLASSES\\.dcm" "" Another.Viewer
}
subsystem() {  # FILE: 2 for a program with windows, 3 for one of the console
    python3 -c '
import struct, sys
head = open(sys.argv[1], "rb").read(4096)
(header,) = struct.unpack_from("<I", head, 60)
print(*struct.unpack_from("<H", head, header + 92))' "$1"
}
works() {  # FOLDER, as Linux names it
    expect "negatoscope.exe has no console" test "$(subsystem "$1/negatoscope.exe")" = 2
    expect "negatoscope-cli.exe has one" test "$(subsystem "$1/negatoscope-cli.exe")" = 3
    say "The command line reads the sample film"
    status=0
    wine "$1/negatoscope-cli.exe" --no-ranges --json - "$FILM" >/tmp/line.json 2>/tmp/said || status=$?
    expect "exit status 0" test $status -eq 0
    expect "the film is classified" grep -q '"outcome": "classified"' /tmp/line.json
    expect "nothing was complained about" sh -c '! grep -qi error: /tmp/said || grep -q XDG_RUNTIME_DIR /tmp/said'
    say "The installation check"
    status=0
    page="$PICTURES/certificate.txt"
    wine "$1/negatoscope-cli.exe" --self-test --certificate "$(windows_name "$page")" >/tmp/line 2>/dev/null ||
        status=$?
    expect "exit status 0" test $status -eq 0
    expect "passed" grep -q 'Result    PASSED' "$page"
    expect "what was said is what was written" test "$(tr -d '\r' </tmp/line)" = "$(tr -d '\r' <"$page")"
}
refused() {  # FOLDER PAGE: neither films nor the check get past the model that lies there
    status=0
    wine "$1/negatoscope-cli.exe" --no-ranges "$FILM" >/tmp/line 2>&1 || status=$?
    expect "the film is not classified: exit status 1" test $status -eq 1
    expect "the reason is said" grep -q 'not the one that came with this program' /tmp/line
    expect "and the remedy" grep -q 'Install the program again' /tmp/line
    expect_not "no number is given" grep -q '%' /tmp/line
    status=0
    wine "$1/negatoscope-cli.exe" --self-test >"$PICTURES/$2.txt" 2>/dev/null || status=$?
    expect "the installation check does not pass: exit status 1" test $status -eq 1
    expect "its page says so" grep -q 'Result    NOT PASSED' "$PICTURES/$2.txt"
    expect "and names the file" grep -q 'FAIL  classifier.onnx' "$PICTURES/$2.txt"
}
refuses_other_models() {  # FOLDER
    models="$1/_internal/resources/model"
    cp "$models/classifier.onnx" /tmp/classifier.onnx
    say "One byte of the model is another one"
    python3 -c '
import sys
with open(sys.argv[1], "r+b") as model:
    model.seek(100_000)
    byte = model.read(1)[0]
    model.seek(100_000)
    model.write(bytes([byte ^ 1]))' "$models/classifier.onnx"
    expect "just one" test "$(cmp -l /tmp/classifier.onnx "$models/classifier.onnx" | wc -l)" -eq 1
    refused "$1" damaged
    open_window "$1" window-damaged
    wine taskkill /IM negatoscope.exe >/dev/null 2>&1 || true
    expect "the window closes when it is asked to" until_so gone running
    say "Another model in its place"
    cp "$models/lungs.onnx" "$models/classifier.onnx"
    refused "$1" exchanged
    say "No model"
    rm "$models/classifier.onnx"
    status=0
    wine "$1/negatoscope-cli.exe" --self-test >"$PICTURES/missing.txt" 2>&1 || status=$?
    expect "exit status 1" test $status -eq 1
    expect_not "no traceback" grep -q Traceback "$PICTURES/missing.txt"
    cp /tmp/classifier.onnx "$models/classifier.onnx"
    expect "with its own model it passes again" wine "$1/negatoscope-cli.exe" --self-test
}
open_window() {  # FOLDER PICTURE
    wine "$1/negatoscope.exe" "$FILM" >/dev/null 2>&1 &
    expect "the window has the film's patient in its title" until_so xdotool search --name ' - Negatoscope$'
    sleep 30  # for the picture alone: the numbers come when they come
    picture "$2"
}

saves_the_certificate() {  # As a reader would, by the menu of the window that is open
    say "The installation check in the window, saved as PDF"
    page="$PICTURES/certificate.pdf"
    rm -f "$page"  # of an earlier run: it would be asked whether to replace it
    xdotool search --name ' - Negatoscope$' windowactivate --sync
    xdotool key alt+h
    sleep 2
    xdotool key i
    expect "its dialog is there" until_so xdotool search --name '^Installation check$'
    sleep 20
    picture check
    xdotool key Tab Tab space
    expect "it asks for a name" until_so xdotool search --name '^Save the certificate$'
    sleep 2
    xdotool key ctrl+a
    xdotool type --delay 80 "$(windows_name "$page")"
    xdotool key Return
    expect "the page is there" until_so test -s "$page"
    sleep 1
    expect "it is a PDF" test "$(head -c 5 "$page")" = %PDF-
    expect "it is whole" sh -c "tail -c 8 '$page' | grep -q EOF"
}

prepare() {
    rm -rf "$WINEPREFIX" /tmp/.X11-unix/X7 /tmp/.X7-lock
    mkdir -p "$PICTURES"
    Xvfb :7 -screen 0 1366x768x24 >/dev/null 2>&1 &
    export DISPLAY=:7
    until_so test -S /tmp/.X11-unix/X7
    openbox >/dev/null 2>&1 &
    wineboot --init >/dev/null 2>&1
    # The fonts of Windows are not here; without this, Qt takes one with serifs.
    for font in 'Segoe UI' 'MS Shell Dlg 2' 'MS Shell Dlg' Tahoma; do
        wine reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$font" /d 'Liberation Sans' /f >/dev/null
    done
    wine reg add "HKCU\\$CLASSES\\.dcm" /ve /d Another.Viewer /f >/dev/null
    wineserver --wait
    files >/tmp/before
}

prove_setup() {
    old=$1 new=$2
    folder="$LOCAL/Programs/Negatoscope"
    windows='C:\users\root\AppData\Local\Programs\Negatoscope'
    say "Silent installation, for this user"
    expect "exit status 0" wine "$old" /S
    expect "the program is there" test -f "$folder/negatoscope.exe"
    expect "it is in the start menu" sh -c "find '$WINEPREFIX/drive_c' -name Negatoscope.lnk | grep -q ."
    expect "it can be removed in the settings of Windows" value "HKCU\\$UNINSTALL" DisplayName Negatoscope
    expect "silently, too" value "HKCU\\$UNINSTALL" QuietUninstallString '/S'
    version=$(wine reg query "HKCU\\$UNINSTALL" /v DisplayVersion | tr -d '\r' | awk '/DisplayVersion/ {print $3}')
    expect_not "nothing is registered for other users" key "HKLM\\$UNINSTALL"
    registered HKCU "$windows"
    works "$folder"
    refuses_other_models "$folder"

    say "The window"
    open_window "$folder" window
    expect "it runs" running
    saves_the_certificate

    say "A newer version over the running program, and a command line at work"
    wine "$folder/negatoscope-cli.exe" "$FILM" "$FILM" "$FILM" >/dev/null 2>&1 &
    sleep 1
    status=0
    wine "$new" /S || status=$?
    expect "exit status 0" test $status -eq 0
    expect "the running program was closed" gone running
    expect_not "the version is another one" value "HKCU\\$UNINSTALL" DisplayVersion "$version"
    expect "the settings are still there" key "$SETTINGS"
    registered HKCU "$windows"
    say "An older version over it, silently"
    status=0
    wine "$old" /S || status=$?
    expect "exit status 8" test $status -eq 8
    expect_not "the newer one stays" value "HKCU\\$UNINSTALL" DisplayVersion "$version"
    open_window "$folder" window-after-upgrade
    wine taskkill /IM negatoscope.exe >/dev/null 2>&1 || true
    expect "the window closes when it is asked to" until_so gone running

    say "Silent removal"
    wine "$folder/uninstall.exe" /S
    expect "the folder is gone" until_so gone test -e "$folder"
    forgotten HKCU
    expect_not "it is no more in the settings of Windows" key "HKCU\\$UNINSTALL"
    expect "the settings are kept" key "$SETTINGS"
    wineserver --wait
    files | comm -13 /tmp/before - >/tmp/left
    say "  left behind:"; sed 's/^/        /' /tmp/left
    expect "nothing but what the program keeps" \
        sh -c '! grep -v "/AppData/Local/Negatoscope/Negatoscope/" /tmp/left | grep -q .'

    say "Installation and removal with the settings"
    wine "$new" /S
    wine "$folder/uninstall.exe" /S /RemoveSettings
    expect "the folder is gone" until_so gone test -e "$folder"
    expect_not "the settings are gone" key "$SETTINGS"
    wineserver --wait
    expect "nothing is left" test -z "$(files | comm -13 /tmp/before -)"

    say "A folder with another program's files"
    foreign="$WINEPREFIX/drive_c/Foreign"
    mkdir -p "$foreign/_internal"
    echo other >"$foreign/_internal/other.dll"
    status=0
    wine "$new" /S '/D=C:\Foreign' || status=$?
    expect "exit status 7" test $status -eq 7
    expect "its file is still there" test -f "$foreign/_internal/other.dll"
    expect_not "and nothing else" test -e "$foreign/negatoscope.exe"
    expect_not "nothing is registered" key "HKCU\\$UNINSTALL"
    rm -r "$foreign"

    say "For all users"
    expect "exit status 0" wine "$new" /S /AllUsers
    folder="$WINEPREFIX/drive_c/Program Files/Negatoscope"
    expect "below Program Files" test -f "$folder/negatoscope.exe"
    expect "registered for all" value "HKLM\\$UNINSTALL" UninstallString '/AllUsers'
    expect_not "and not for this user" key "HKCU\\$UNINSTALL"
    registered HKLM 'C:\Program Files\Negatoscope'
    wine "$folder/uninstall.exe" /AllUsers /S
    expect "the folder is gone" until_so gone test -e "$folder"
    forgotten HKLM

    say "With questions"
    wine "$old" >/dev/null 2>&1 &
    expect "the setup has a window" until_so xdotool search --name 'Negatoscope Setup'
    sleep 2
    picture setup
}

prove_msi() {
    package=$(windows_name "$1") newer=$(windows_name "$2")
    products="HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall"
    folder="$WINEPREFIX/drive_c/Program Files/Negatoscope"
    say "Silent installation of the MSI"
    expect "exit status 0" wine msiexec /i "$package" /qn
    expect "below Program Files" test -f "$folder/negatoscope.exe"
    expect "it is in the start menu" sh -c "find '$WINEPREFIX/drive_c' -name Negatoscope.lnk | grep -q ."
    registered HKLM 'C:\Program Files\Negatoscope'
    works "$folder"
    say "The window"
    open_window "$folder" window-msi
    wine taskkill /IM negatoscope.exe >/dev/null 2>&1 || true
    expect "the window closes when it is asked to" until_so gone running
    say "A newer MSI over it"
    expect "exit status 0" wine msiexec /i "$newer" /qn
    expect "the program is there" test -f "$folder/negatoscope.exe"
    expect "there is one Negatoscope in the settings of Windows, not two" sh -c \
        "test \"\$(wine reg query '$products' /s | grep -c 'DisplayName.*Negatoscope')\" = 1"
    registered HKLM 'C:\Program Files\Negatoscope'
    expect "the installation check passes" wine "$folder/negatoscope-cli.exe" --self-test
    say "Silent removal of the MSI"
    expect "exit status 0" wine msiexec /x "$newer" /qn
    expect "the folder is gone" until_so gone test -e "$folder"
    forgotten HKLM
    expect "the settings are kept" key "$SETTINGS"
    wineserver --wait
    files | comm -13 /tmp/before - >/tmp/left
    say "  left behind:"; sed 's/^/        /' /tmp/left
    expect "nothing but what the program keeps" \
        sh -c '! grep -v "/AppData/Local/Negatoscope/Negatoscope/" /tmp/left | grep -q .'
}

kind=$1; shift
case $kind in
setup) PICTURES=$3; prepare; prove_setup "$1" "$2" ;;
msi) PICTURES=$3; prepare; prove_msi "$1" "$2" ;;
*) say "usage: prove.sh setup OLD NEW PICTURES | msi OLD NEW PICTURES" >&2; exit 2 ;;
esac
say "$failures failed"
test $failures -eq 0
