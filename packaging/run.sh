#!/bin/sh
# Opens the studio, or runs one of its verbs without a window; sets everything up the first time.
#
#   sh packaging/run.sh
#   sh packaging/run.sh stylize photo.jpg --style great-wave -o out.png

here=$(dirname -- "$0") && root=$(unset CDPATH && cd -P -- "$here/.." && pwd) || exit 2
. "$root/packaging/setup.sh"

if [ $# -gt 0 ]; then
    set_up run verb
else
    if [ "$system" != Darwin ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
        say 'There is no display to open the window on. Without a window:'
        stop "  sh packaging/run.sh stylize photo.jpg --style great-wave -o out.png"
    fi
    set_up run window
fi
exec "$python" -P -m studio "$@"
