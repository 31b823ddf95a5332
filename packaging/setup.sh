# Sets Klangbild up inside its checkout. Sourced by run.sh and test.sh, which set $root; POSIX sh only.
#
#   set_up run|dev window|verb     makes .venv as pyproject.toml asks and finds the system libraries
#
# A set-up that is already as it should be says nothing, asks no network and takes a tenth of a second.
# KLANGBILD_PYTHON names the Python to use; KLANGBILD_SYSTEM=skip leaves system packages alone;
# KLANGBILD_SPACE is how many GB have to be free before anything is fetched.
# shellcheck shell=sh disable=SC2154

venv=$root/.venv
python=$venv/bin/python
stamp_file=$venv/klangbild-stamp
unfinished=$venv/klangbild-unfinished
log=$venv/setup.log
lock=$root/.venv-lock
system=$(uname -s)
ticker='' locked='' begun=''
unset CDPATH PYTHONHOME PYTHONPATH PIP_USER PIP_TARGET PIP_PREFIX

# What the window needs on Linux: library, then its package for apt-get, dnf and pacman.
libraries='
libEGL.so.1             libegl1              libglvnd-egl         libglvnd
libGL.so.1              libgl1               libglvnd-glx         libglvnd
libfontconfig.so.1      libfontconfig1       fontconfig           fontconfig
libfreetype.so.6        libfreetype6         freetype             freetype2
libdbus-1.so.3          libdbus-1-3          dbus-libs            dbus
libglib-2.0.so.0        libglib2.0-0         glib2                glib2
libgthread-2.0.so.0     libglib2.0-0         glib2                glib2
libz.so.1               zlib1g               zlib                 zlib
libzstd.so.1            libzstd1             libzstd              zstd
libstdc++.so.6          libstdc++6           libstdc++            gcc-libs
libX11.so.6             libx11-6             libX11               libx11
libX11-xcb.so.1         libx11-xcb1          libX11-xcb           libx11
libxkbcommon.so.0       libxkbcommon0        libxkbcommon         libxkbcommon
libxkbcommon-x11.so.0   libxkbcommon-x11-0   libxkbcommon-x11     libxkbcommon-x11
libxcb.so.1             libxcb1              libxcb               libxcb
libxcb-glx.so.0         libxcb-glx0          libxcb               libxcb
libxcb-randr.so.0       libxcb-randr0        libxcb               libxcb
libxcb-render.so.0      libxcb-render0       libxcb               libxcb
libxcb-shape.so.0       libxcb-shape0        libxcb               libxcb
libxcb-shm.so.0         libxcb-shm0          libxcb               libxcb
libxcb-sync.so.1        libxcb-sync1         libxcb               libxcb
libxcb-xfixes.so.0      libxcb-xfixes0       libxcb               libxcb
libxcb-xkb.so.1         libxcb-xkb1          libxcb               libxcb
libxcb-cursor.so.0      libxcb-cursor0       xcb-util-cursor      xcb-util-cursor
libxcb-icccm.so.4       libxcb-icccm4        xcb-util-wm          xcb-util-wm
libxcb-image.so.0       libxcb-image0        xcb-util-image       xcb-util-image
libxcb-keysyms.so.1     libxcb-keysyms1      xcb-util-keysyms     xcb-util-keysyms
libxcb-render-util.so.0 libxcb-render-util0  xcb-util-renderutil  xcb-util-renderutil
libxcb-util.so.1        libxcb-util1         xcb-util             xcb-util
font                    fonts-dejavu-core    dejavu-sans-fonts    ttf-dejavu
'

# What there is to be heard with; the window opens without it. PortAudio brings ALSA's library along.
# The soundfonts are those that are loaded in a tenth of a second: TimGM6mb has 6 MB, and FluidR3 is
# what the others have. Compressed ones (.sf3) would be unpacked at every change of instrument.
wishes='
libfluidsynth.so.3      libfluidsynth3       fluidsynth-libs      fluidsynth
libportaudio.so.2       libportaudio2        portaudio            portaudio
soundfont               timgm6mb-soundfont   fluid-soundfont-gm   soundfont-fluid
'
wished=$venv/klangbild-wishes # is there once they were asked for

# Prints the libraries of its arguments that do not load, and "font" or "soundfont" where none is
# installed.
probe_libraries='
import ctypes, os, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        if name not in ("font", "soundfont"):
            print(name)
share = [os.path.join(d, "fonts") for d in os.environ.get("XDG_DATA_DIRS", "").split(":") if d]
share += ["/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts"]
walks = (files for d in share for _, _, files in os.walk(os.path.expanduser(d)))
if "font" in sys.argv and not any(
    f.lower().endswith((".ttf", ".otf", ".ttc")) for files in walks for f in files
):
    print("font")
share = ["~/.local/share", "/usr/local/share", "/usr/share"]
share = [os.path.join(d, s) for d in share for s in ("soundfonts", "sounds/sf2", "sounds/sf3")]
share = [d for d in map(os.path.expanduser, share) if os.path.isdir(d)]
if "soundfont" in sys.argv and not any(
    f.lower().endswith((".sf2", ".sf3")) for d in share for f in os.listdir(d)
):
    print("soundfont")
'

# Prints the interpreter and its version where it is a Python that can carry the studio.
probe_python='
import platform, sys
good = sys.version_info >= (3, 11) and sys.maxsize > 2**32 and sys.implementation.name == "cpython"
if not good or (sys.platform == "darwin" and platform.machine() != "arm64"):
    sys.exit(1)
print(sys.executable)
'
probe_version='import sys; print("%d.%d.%d" % sys.version_info[:3])'

# --- saying things -----------------------------------------------------------------------------

say() { printf '%s\n' "$*" >&2; }

stop() { # one sentence, exit status 2
    say "$*"
    exit 2
}

now() { date +%s; }

clock() { # 72 -> "1 min 12 s"
    if [ "$1" -lt 60 ]; then printf '%d s' "$1"; else printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); fi
}

headline() { # said once, before the first phase
    [ -n "$begun" ] && return
    begun=$(now)
    say 'Setting up Klangbild'
}

phase() { # phase "What it does" command …: one line with its duration, the noise goes to the log
    what=$1
    shift
    started=$(now)
    mkdir -p "$venv"
    printf '\n== %s: %s\n' "$what" "$*" >>"$log"
    printf '  %-44s' "$what" >&2
    if [ -t 2 ]; then
        (while sleep 1; do printf '\r  %-44s%s ' "$what" "$(clock $(($(now) - started)))" >&2; done) &
        ticker=$!
    fi
    status=0
    "$@" >>"$log" 2>&1 </dev/null || status=$?
    if [ -n "$ticker" ]; then
        kill "$ticker" 2>/dev/null
        wait "$ticker" 2>/dev/null || :
        ticker=''
        printf '\r  %-44s' "$what" >&2
    fi
    if [ "$status" -eq 0 ]; then say "$(clock $(($(now) - started)))"; else say 'failed'; fi
    return "$status"
}

leave() {
    [ -n "$ticker" ] && kill "$ticker" 2>/dev/null
    [ -n "$locked" ] && rm -rf "$lock"
    ticker='' locked=''
}

# --- one set-up at a time ----------------------------------------------------------------------

take_lock() {
    waited=''
    until mkdir "$lock" 2>/dev/null; do
        [ -d "$lock" ] || stop "Klangbild cannot write to $root; make the folder writable and call again."
        holder=$(cat "$lock/pid" 2>/dev/null) || holder=''
        if [ -n "$waited" ] && { [ -z "$holder" ] || ! kill -0 "$holder" 2>/dev/null; }; then
            rm -rf "$lock" # left behind by a set-up that was killed
            continue
        fi
        [ -z "$waited" ] && [ -n "$holder" ] && kill -0 "$holder" 2>/dev/null &&
            say 'Another set-up of this folder is running; waiting for it.'
        waited=yes
        sleep 1
    done
    locked=yes
    echo "$$" >"$lock/pid"
}

# --- system packages ---------------------------------------------------------------------------

installer() { # the package manager of this machine, as the column of the table above
    for tool in apt-get dnf pacman; do
        if command -v "$tool" >/dev/null 2>&1; then
            echo "$tool"
            return
        fi
    done
}

as_root() { # how to become root: nothing, sudo, or failure; sudo may ask only where somebody sits
    if [ "$(id -u)" -eq 0 ]; then
        rights=''
    elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null ||
        { [ -t 0 ] && [ -t 2 ] && say "Some system packages are missing: $*" && sudo -v; }; }; then
        rights='sudo'
    else
        return 1
    fi
}

apt_install() {
    set -- $rights env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
        install -y --no-install-recommends "$@"
    "$@" && return
    $rights apt-get -o DPkg::Lock::Timeout=300 update || :
    "$@"
}

install_packages() { # by whichever package manager there is
    case $(installer) in
        apt-get) phase "System packages: $#" apt_install "$@" ;;
        dnf) phase "System packages: $#" $rights dnf install -y "$@" ;;
        pacman) phase "System packages: $#" $rights pacman -S --needed --noconfirm "$@" ;;
        *) return 1 ;;
    esac
}

missing_packages() { # missing_packages PYTHON TABLE: the packages (or the libraries) that are lacking
    case $(installer) in
        apt-get) column=2 ;;
        dnf) column=3 ;;
        pacman) column=4 ;;
        *) column=1 ;;
    esac
    names=$(printf '%s' "$2" | awk 'NF { print $1 }')
    lacking=$("$1" -I -S -c "$probe_libraries" $names) || return 0
    [ -n "$lacking" ] || return 0
    printf '%s\n%s' "$lacking" "$2" |
        awk -v c="$column" 'NF == 1 { want[$1]; next } $1 in want && !seen[$c]++ { print $c }' |
        tr '\n' ' ' | sed 's/ $//'
}

system_libraries() { # system_libraries PYTHON window|verb: a verb goes on without them
    [ "$system" = Linux ] && [ "${KLANGBILD_SYSTEM:-}" != skip ] || return 0
    packages=$(missing_packages "$1" "$libraries")
    [ -n "$packages" ] || return 0
    command=$(installer)
    case $command in
        pacman) command='pacman -S' ;;
        ?*) command="$command install" ;;
    esac
    if [ "$2" = verb ] && [ "$(id -u)" -ne 0 ]; then return 0; fi
    if [ -n "$command" ] && as_root "$packages"; then
        headline
        install_packages $packages && [ -z "$(missing_packages "$1" "$libraries")" ] && return
    fi
    [ "$2" = verb ] && return
    packages=$(missing_packages "$1" "$libraries")
    [ -n "$command" ] || stop "The window needs these system libraries, install them and call again: $packages"
    stop "The window needs system packages, install them and call again: sudo $command $packages"
}

wished_packages() { # wished_packages PYTHON: what sound lacks, as long as it was not asked for
    if [ -e "$wished" ] || [ "${KLANGBILD_SYSTEM:-}" = skip ]; then return; fi
    if [ "$system" = Darwin ]; then
        command -v brew >/dev/null 2>&1 || return 0
        ls "$(brew --prefix)"/lib/libfluidsynth* >/dev/null 2>&1 || echo fluid-synth
    elif [ -n "$(installer)" ]; then
        missing_packages "$1" "$wishes"
    fi
}

sound_packages() { # sound_packages PYTHON window|verb: asked for once, and what fails is only said
    packages=$(wished_packages "$1")
    if [ -z "$packages" ] || { [ "$2" = verb ] && [ "$(id -u)" -ne 0 ]; }; then return; fi
    headline
    : >"$wished"
    if [ "$system" = Darwin ]; then
        phase 'FluidSynth from Homebrew' brew install --quiet fluid-synth || :
        return
    fi
    if as_root "$packages"; then
        for package in $packages; do
            install_packages "$package" || :
        done
    fi
    packages=$(missing_packages "$1" "$wishes")
    [ -z "$packages" ] || say "The studio opens, but for its sound these packages are lacking: $packages"
}

# --- Python ------------------------------------------------------------------------------------

find_python() { # prints a Python of 3.11 or newer; with "whole" only one that can make environments
    for candidate in ${KLANGBILD_PYTHON:+"$KLANGBILD_PYTHON"} python3.13 python3.12 python3.11 \
        python3.14 python3 python /opt/homebrew/bin/python3 /usr/local/bin/python3 /usr/bin/python3 \
        "${HOME:-}"/.pyenv/versions/3.1[1-4]*/bin/python3; do
        found=$("$candidate" -I -c "$probe_python" 2>/dev/null </dev/null) || continue
        if [ "${1:-}" = whole ]; then "$found" -I -c 'import ensurepip, venv' 2>/dev/null || continue; fi
        echo "$found"
        return
    done
    return 1
}

install_python() { # through the package manager of the system, where it has one that is new enough
    if [ "$system" = Darwin ]; then
        command -v brew >/dev/null 2>&1 || return 1
        phase 'Python 3.13 from Homebrew' brew install --quiet python@3.13
        return
    fi
    [ "${KLANGBILD_SYSTEM:-}" != skip ] || return 1
    case $(installer) in
        apt-get)
            as_root python3-venv || return 1
            old=$(find_python) && version=$("$old" -c "$probe_version") && set -- "${version%.*}"
            [ $# -gt 0 ] || phase 'Package lists' $rights apt-get update || :
            for version in ${1:-3.13 3.12 3.11}; do
                if apt-cache show "python$version-venv" >/dev/null 2>&1 || [ $# -gt 0 ]; then
                    install_packages "python$version" "python$version-venv"
                    return
                fi
            done
            return 1
            ;;
        dnf) as_root python3 && { install_packages python3.12 || install_packages python3; } ;;
        pacman) as_root python && install_packages python ;;
        *) return 1 ;;
    esac
}

make_environment() {
    if [ -n "${KLANGBILD_PYTHON:-}" ] && ! "$KLANGBILD_PYTHON" -I -c "$probe_python" >/dev/null 2>&1; then
        stop "KLANGBILD_PYTHON=$KLANGBILD_PYTHON is not a 64-bit Python 3.11 or newer."
    fi
    if ! base=$(find_python whole); then
        if [ "$system/$(uname -m)" = Darwin/x86_64 ]; then
            stop 'Klangbild needs a Mac with Apple silicon: PyTorch is no longer made for Intel Macs.'
        fi
        install_python || :
        case $system/$(installer) in
            Linux/apt-get) remedy='sudo apt-get install python3 python3-venv' ;;
            Darwin/*) remedy='brew install python@3.13' ;;
            *) remedy='https://www.python.org' ;;
        esac
        base=$(find_python whole) ||
            stop "Klangbild needs Python 3.11 or newer with venv: install it ($remedy) and call again."
    fi
    phase "Python $("$base" -c "$probe_version") environment in .venv" "$base" -m venv "$venv" ||
        stop "The environment could not be made; $log says why."
}

# --- packages ----------------------------------------------------------------------------------

stamp() { # what the environment was made from; another place, Python or pyproject.toml makes it stale
    printf '%s | %s | %s' "$root" "$("$python" -I -S -c "$probe_version")" "$(cksum <"$root/pyproject.toml")"
}

check_space() {
    case $system/$(uname -m) in Linux/x86_64) gigabytes=12 ;; *) gigabytes=4 ;; esac
    gigabytes=${KLANGBILD_SPACE:-$gigabytes}
    free=$(df -Pk "$root" | awk 'NR == 2 { print int($4 / 1048576) }')
    if [ "${free:-$gigabytes}" -lt "$gigabytes" ]; then
        stop "Setting up needs $gigabytes GB on this disk and $free GB are free; make room and call again."
    fi
}

pip_install() {
    rm -rf "$venv/tmp"
    mkdir -p "$venv/tmp"
    TMPDIR=$venv/tmp PIP_NO_INPUT=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore \
        "$python" -I -m pip install --progress-bar off "$@"
}

install_requirements() { # install_requirements run|dev
    case $1 in dev) target="${root}[dev]" ;; *) target=$root ;; esac
    if [ -z "$known" ]; then
        "$python" -I -m pip --version || "$python" -I -m ensurepip # uv makes environments without pip
        pip_install --retries 1 --upgrade 'pip>=25.2' || : # resumes broken downloads; the old one will do
        pip_install --editable "$target"
    else
        pip_install --retries 1 --editable "$target"
    fi
    result=$?
    rm -rf "$venv/tmp"
    return "$result"
}

set_up() { # set_up run|dev window|verb
    kind=''
    [ -f "$stamp_file" ] && { read -r known && read -r kind; } <"$stamp_file" || known=''
    if [ -x "$python" ] && [ ! -e "$unfinished" ] && [ "$(stamp 2>/dev/null)" = "$known" ] &&
        { [ "$1" = run ] || [ "$kind" = dev ]; }; then
        if [ "$2" != verb ]; then
            with_lock system_libraries "$python" "$2"
            with_lock sound_packages "$python" "$2"
        fi
        return
    fi
    with_lock build_up "$@"
}

with_lock() { # only where there is something to do: the quick way takes no lock
    case $1 in
        system_libraries)
            if [ "$system" != Linux ] || [ -z "$(missing_packages "$2" "$libraries")" ]; then return; fi
            ;;
        sound_packages) [ -n "$(wished_packages "$2")" ] || return 0 ;;
    esac
    trap leave EXIT
    trap 'say ""; exit 130' INT
    trap 'exit 143' TERM HUP
    take_lock
    "$@"
    leave
    trap - EXIT INT TERM HUP
}

build_up() { # build_up run|dev window|verb: the long way, under the lock
    headline
    if [ -e "$unfinished" ] || { [ -e "$venv" ] && ! "$python" -I -S -c "$probe_python" >/dev/null 2>&1; } ||
        { [ -n "$known" ] && [ "${known%% | *}" != "$root" ]; }; then
        rm -rf "$venv" # interrupted, or its Python has gone, or the folder has moved
        known='' kind=''
    fi
    [ -x "$python" ] || check_space
    [ -n "$known" ] || { mkdir -p "$venv" && : >"$unfinished"; }
    [ -x "$python" ] || make_environment
    system_libraries "$python" "$2"
    sound_packages "$python" "$2"
    if [ "$kind" = dev ]; then extras=dev; else extras=$1; fi
    case $system in Linux) size='about 6 GB' ;; *) size='about 2 GB' ;; esac
    [ -z "$known" ] || size='what has changed'
    if phase "Packages from PyPI ($size)" install_requirements "$extras"; then
        printf '%s\n%s\n' "$(stamp)" "$extras" >"$stamp_file.part"
        mv "$stamp_file.part" "$stamp_file"
        rm -f "$unfinished"
        say "Ready after $(clock $(($(now) - begun)))."
    elif [ -n "$known" ] && [ "$extras" = "${kind:-run}" ] && "$python" -I -m pip check >/dev/null 2>&1; then
        say 'The packages could not be brought up to date; going on with those that are there.'
    else
        sed '/^ *$/d' "$log" | tail -n 8 | cut -c 1-160 | sed 's/^/    /' >&2
        stop "The packages could not be installed; once that is mended call again to go on. Log: $log"
    fi
}
