#!/bin/sh
# Says what this computer lacks for the window of the frozen program in folder $1, and how to get it. Silent,
# with status 0, where nothing is lacking. Those are parts that belong to the system and not to a program:
# the driver's libraries for drawing, the layouts of keyboards, fonts.
set -eu

bundle=$1/_internal
# Qt tries Wayland first and goes on by X11 where its libraries are missing, so those are not asked for.
lacking=$(find "$bundle" -name '*.so*' -type f ! -path '*ayland*' \
    -exec env LD_LIBRARY_PATH="$bundle" ldd {} + 2>/dev/null |
    sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u)
any() { find "$@" 2>/dev/null | head -n 1 | grep -q .; }
[ -d /usr/share/X11/xkb ] || lacking="$lacking keyboards"
{ [ -e /etc/fonts/fonts.conf ] && any /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" \
    "$HOME/.local/share/fonts" -name '*.[ot]t[fc]'; } || lacking="$lacking fonts"
[ -n "${lacking# }" ] || exit 0

for manager in apt-get dnf zypper pacman none; do
    ! command -v "$manager" >/dev/null || break
done
# Debian's packages are named after the library, with exceptions; RPM finds them by the library itself.
package() {
    case $manager:$1 in
        apt-get:keyboards) echo xkb-data ;;
        apt-get:fonts) echo fontconfig-config fonts-dejavu-core ;;
        apt-get:libGL.so.1) echo libgl1 ;;
        apt-get:libEGL.so.1) echo libegl1 ;;
        apt-get:libX11.so.6) echo libx11-6 ;;
        apt-get:libxcb.so.1) echo libxcb1 ;;
        *:keyboards) echo xkeyboard-config ;;
        pacman:fonts) echo fontconfig ttf-dejavu ;;
        *:fonts) echo fontconfig dejavu-sans-fonts ;;
        pacman:libGL.so.1 | pacman:libEGL.so.1) echo libglvnd ;;
        dnf:* | zypper:*) echo "'$1()(64bit)'" ;;
        *) echo "${1%%.so*}" | tr '[:upper:]' '[:lower:]' ;;
    esac
}
packages=$(for each in $lacking; do package "$each"; done | sort -u | tr '\n' ' ')

echo "This computer lacks parts that belong to the system, and without which no window can be drawn:"
echo
for each in $lacking; do
    case $each in
        keyboards) echo "    the layouts of keyboards" ;;
        fonts) echo "    fonts, or the list of them" ;;
        *) echo "    the library $each" ;;
    esac
done
echo
case $manager in
    apt-get) add="apt-get install --yes" ;;
    pacman) add="pacman -S --needed" ;;
    *) add="$manager install" ;;
esac
if [ "$manager" = none ]; then
    echo "Please ask whoever looks after this computer to add them."
else
    echo "Whoever looks after this computer can add them, with the rights of an administrator, by:"
    echo
    echo "    $add ${packages% }"
fi
exit 1
