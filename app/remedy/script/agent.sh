# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
#
# What Gordian sends to a node that it is to mend: one function for each thing it may do there. Any POSIX shell, and the
# coreutils. Nothing happens by itself: the laptop calls one function after another and reads each answer.
#
# gr_n (a nonce that marks the answers) and gr_top (where backups and the journal are kept) are set above this text.
#
# Exit codes: 3 the place is not as it was expected, 4 no room to write, 6 another mending is under way, 7 not to be
# read, 8 a backup is not what it should be, 124 over its time, 125 it was cut off.

set +e +u +x
unset ENV BASH_ENV CDPATH GREP_OPTIONS LANGUAGE IFS
LC_ALL=C LANG=C SYSTEMD_COLORS=0 SYSTEMD_PAGER=
export LC_ALL LANG SYSTEMD_COLORS SYSTEMD_PAGER
umask 077
cd / 2>/dev/null
PATH=${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/opt/bin:/snap/bin
export PATH
gr_tab='	'

# One call, one answer. What changes something leaves word of who is at it: the connection may break, and the call go on.
gr_do() {
    gr_i=$1
    shift
    echo "$gr_n A $gr_i"
    gr_c=$gr_top/lock/call
    case $1 in
    gr_keep | gr_write | gr_aside | gr_restore | gr_service | gr_store | gr_note) gr_me $$ 2>/dev/null >"$gr_c" ;;
    *) gr_c= ;;
    esac
    ( "$@" ) 2>&1 </dev/null
    gr_e=$?
    [ -z "$gr_c" ] || rm -f "$gr_c"
    echo
    echo "$gr_n Z $gr_i $gr_e"
}

gr_tools() {
    for gr_t in base64 cp cut date dirname find head mv readlink setsid sha256sum sort stat sync tail timeout; do
        command -v "$gr_t" >/dev/null 2>&1 || echo "$gr_t"
    done
    [ "$(id -u)" = 0 ] || echo root
}

# For this shell, and for the one that goes on when the connection breaks.
gr_common=$(cat <<'GR_END'
# Contents, mode and owner in one word; "absent" where nothing is.
gr_digest() {
    if [ -h "$1" ]; then
        echo "link:$(readlink "$1")"
    elif [ -f "$1" ]; then
        set -- "$1" "$(sha256sum <"$1" | cut -d ' ' -f 1)"
        echo "$2:$(stat -c %a:%u:%g "$1")"
    elif [ -d "$1" ]; then
        echo "folder:$(gr_list "$1" | sha256sum | cut -d ' ' -f 1)"
    elif [ -e "$1" ]; then
        echo other
    else
        echo absent
    fi
}

gr_list() {
    (
        cd "$1" || exit
        find . -type f -exec sha256sum {} + | sort
        find . -exec stat -c '%F %a %u %g %n' {} + | sort
    )
}

# The process $1 so that no later one is taken for it: when it began, and in which boot.
gr_me() {
    read -r gr_x 2>/dev/null <"/proc/$1/stat" || return 1
    # shellcheck disable=SC2086 # the fields after the name, which may hold anything
    set -- "$1" ${gr_x##*) }
    echo "$1 ${21} $(cat /proc/sys/kernel/random/boot_id)"
}

# Is the process alive of which the file $1 tells?
gr_lives() {
    read -r gr_x 2>/dev/null <"$1" && [ "$(gr_me "${gr_x%% *}")" = "$gr_x" ]
}
GR_END
)
eval "$gr_common"

# SELinux' label; "?" where there is none. Of a folder those of all that is in it.
gr_label() {
    if [ -d "$1" ]; then
        ( cd "$1" && find . -exec stat -c '%C %n' {} + | sort | sha256sum )
    else
        stat -c %C "$1" 2>/dev/null || echo '?'
    fi
}

gr_look() {
    for gr_p; do
        gr_r=$(readlink -f "$gr_p") || gr_r=$gr_p
        gr_s=0
        [ ! -f "$gr_r" ] || gr_s=$(stat -c %s "$gr_r")
        echo "$(gr_digest "$gr_r")$gr_tab$gr_s$gr_tab$gr_r"
    done
}

# @FORBIDDEN@ is filled from collect/forbidden.cpp: keys and tokens never leave the node.
gr_read() {
    case $1 in
    @FORBIDDEN@) return 7 ;;
    esac
    [ "$(stat -c %s "$1")" -le 1048576 ] || return 7
    base64 "$1"
}

# Onto the disk, and nothing else with it: on a node whose disk is the trouble all of it would take minutes.
gr_sync() {
    sync "$@" 2>/dev/null || sync
}

gr_owner() {
    cat "$gr_top/lock/owner" 2>/dev/null
}

# One mending at a time on a node. The lock comes with its owner in it, onto an empty folder or none: whatever breaks off
# here leaves nobody's lock.
gr_open() {
    mkdir -p "$gr_top" || return 4
    if [ "$(gr_owner)" != "$1" ]; then
        rm -rf "$gr_top/lock.$1"
        mkdir "$gr_top/lock.$1" && echo "$1" >"$gr_top/lock.$1/owner" || { gr_forget "$1"; return 4; }
        if ! mv -T "$gr_top/lock.$1" "$gr_top/lock" 2>/dev/null; then
            rm -rf "$gr_top/lock.$1"
            gr_owner
            return 6
        fi
    fi
    gr_wait || { gr_owner; return 6; }
    if [ ! -d "$gr_top/$1/backup" ]; then
        mkdir -p "$gr_top/$1/backup" || { gr_forget "$1"; return 4; }
    fi
}

# A call whose connection broke may be at work yet. Two at a time would be one too many.
gr_wait() {
    gr_k=0
    while gr_lives "$gr_top/lock/call"; do
        [ "$gr_k" -lt 250 ] || return 6
        gr_k=$((gr_k + 1))
        sleep 0.1 2>/dev/null || sleep 1
    done
}

gr_close() {
    [ "$(gr_owner)" = "$1" ] || return 0
    rm -rf "$gr_top/lock"
    gr_sync "$gr_top"
}

# After all is as it was: nothing is left behind.
gr_forget() {
    gr_close "$1"
    rm -rf "${gr_top:?}/$1" "${gr_top:?}/lock.$1"
    rmdir "$gr_top" 2>/dev/null && rmdir "$(dirname "$gr_top")" 2>/dev/null
    return 0
}

gr_store() {
    gr_f=$gr_top/$1/$2
    printf %s "$3" | base64 -d >"$gr_f.new" && gr_sync "$gr_f.new" && mv -f "$gr_f.new" "$gr_f" || return 4
}

gr_note() {
    gr_t=$1
    shift
    echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) $*" >>"$gr_top/$gr_t/journal" && gr_sync "$gr_top/$gr_t/journal" || return 4
}

# What this node remembers, for a laptop that does not: a line each, plan and notes. A claim that nothing came of is given
# up, and the one of a mending that is over; where a call is under way it stays.
gr_hand_over() {
    gr_o=$(gr_owner)
    if [ -n "$gr_o" ] && gr_wait; then
        if [ ! -e "$gr_top/$gr_o/plan.json" ]; then
            gr_forget "$gr_o"
        elif tail -n 1 "$gr_top/$gr_o/journal" 2>/dev/null | grep -q ' applied$'; then
            gr_close "$gr_o"
        fi
    fi
    for gr_f in "$gr_top"/*/plan.json; do
        [ ! -e "$gr_f" ] || echo "$(base64 "$gr_f" | tr -d '\n') $(base64 "$(dirname "$gr_f")/journal" 2>/dev/null | tr -d '\n')"
    done
}

# Is the backup $1 there, and as $2 says?
gr_sound() {
    [ "$(cat "$1.kept" 2>/dev/null)" = "$2" ] && { [ "$2" = absent ] || [ "$(gr_digest "$1")" = "$2" ]; }
}

# Keeps a copy of $3 as $2, which must be as $4 says, and reads its hash back. What is kept already is not kept again.
gr_keep() {
    gr_b=$gr_top/$1/backup/$2
    if [ -e "$gr_b.kept" ]; then
        gr_sound "$gr_b" "$4" || return 8
        echo "$4"
        return 0
    fi
    gr_d=$(gr_digest "$3")
    [ "$gr_d" = "$4" ] || return 3
    if [ "$gr_d" != absent ]; then
        gr_need=$(($(du -sk "$3" | cut -f 1) + 1024))
        gr_free=$(df -Pk "$gr_top" | { read -r gr_x; read -r gr_x gr_x gr_x gr_x gr_y; echo "$gr_x"; })
        [ "$gr_free" -gt "$gr_need" ] || return 4
        rm -rf "$gr_b"
        # shellcheck disable=SC2046 # names of Kubernetes' own files; with blanks in them all is synchronised
        cp -a "$3" "$gr_b" && gr_sync $(find "$gr_b" -type f) || return 4
        [ "$(gr_digest "$gr_b")" = "$gr_d" ] && [ "$(gr_label "$gr_b")" = "$(gr_label "$3")" ] || return 8
    fi
    echo "$gr_d" >"$gr_b.new" && mv -f "$gr_b.new" "$gr_b.kept" && gr_sync "$gr_b.kept" "$gr_top/$1/backup" || return 4
    echo "$gr_d"
}

# $1 becomes the bytes of $3 (base64, with the hash $4) unless it is no longer as $2 says. A hidden name beside it: the
# kubelet passes over files whose names begin with a dot.
# https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/config/file_linux.go
gr_write() {
    [ "$(gr_digest "$1")" = "$2" ] || return 3
    gr_f=$(dirname "$1")/.gordian-new
    rm -f "$gr_f"
    if [ "$2" = absent ]; then
        gr_folder "$(dirname "$1")" "$gr_top/$6/made" && : >"$gr_f" && chmod "$5" "$gr_f" || return 4
    else
        cp -a "$1" "$gr_f" || return 4
    fi
    printf %s "$3" | base64 -d >"$gr_f"
    if [ "$(sha256sum <"$gr_f" | cut -d ' ' -f 1)" != "$4" ]; then
        rm -f "$gr_f"
        return 4
    fi
    if [ "$2" != absent ] && [ "$(gr_label "$gr_f")" != "$(gr_label "$1")" ]; then
        rm -f "$gr_f"
        return 8
    fi
    gr_sync "$gr_f"
    mv -f "$gr_f" "$1" || return 4
    [ "$2" != absent ] || restorecon "$1" 2>/dev/null
    gr_sync "$(dirname "$1")"
    gr_digest "$1"
}

# Makes the folder $1 and what is missing above it, and notes in $2 what is then ours to take away.
gr_folder() {
    gr_p=$1
    while [ ! -d "$gr_p" ]; do
        echo "$gr_p" >>"$2" || return 4
        gr_p=$(dirname "$gr_p")
    done
    ( umask 022; mkdir -p "$1" )
}

gr_aside() {
    [ "$(gr_digest "$1")" = "$2" ] || return 3
    rm -f "$1" && gr_sync "$(dirname "$1")" || return 4
}

# $3 becomes again what was kept as $2, whose digest is $5, unless somebody changed it after us: it must be as $4 says, or
# as it was when the command had ended. Without either the command was cut off half-way, and what it left is ours. What was
# never kept was never changed, but $6 says that it was kept.
gr_restore() {
    gr_b=$gr_top/$1/backup/$2
    rm -f "$(dirname "$3")/.gordian-new"
    gr_now=$(gr_digest "$3")
    [ "$gr_now" != "$5" ] || return 0
    [ -e "$gr_b.kept" ] || [ "$6" = kept ] || return 0
    gr_ours=${4:-$(cat "$gr_b.after" 2>/dev/null)}
    [ "$gr_now" = "${gr_ours:-$gr_now}" ] || return 3
    gr_sound "$gr_b" "$5" || return 8
    case $5 in
    absent)
        rm -rf "$3"
        while read -r gr_p; do
            rmdir "$gr_p"
        done 2>/dev/null <"$gr_top/$1/made"
        ;;
    folder:*) gr_refill "$gr_b" "$3" ;;
    *)
        gr_f=$(dirname "$3")/.gordian-new
        cp -a "$gr_b" "$gr_f" && gr_sync "$gr_f" && mv -f "$gr_f" "$3"
        ;;
    esac
    gr_sync "$(dirname "$3")"
    [ "$(gr_digest "$3")" = "$5" ] && return 0
    rm -f "$(dirname "$3")/.gordian-new"
    return 4
}

# In place: containers hold the folder itself.
gr_refill() {
    (
        cd "$2" && find . -mindepth 1 -depth | while read -r gr_p; do
            [ -e "$1/$gr_p" ] || [ -h "$1/$gr_p" ] || rm -rf "$gr_p"
        done
    )
    cp -a "$1/." "$2/"
}

# A command that goes on when the connection breaks: its output and its end are kept, and what it made of the places that
# are named after the fifth ($6 as it was kept, $7 where it is, ...). They must be as they were kept when it begins. Called
# again it goes on reading.
gr_run() {
    gr_r=$gr_top/$1/run.$2
    KEEP=$gr_top/$1/backup WAS=$5
    export KEEP WAS
    if [ ! -d "$gr_r.begun" ]; then
        gr_same "$@" || return 3
    fi
    if mkdir "$gr_r.begun" 2>/dev/null; then
        : >"$gr_r.out" || { rmdir "$gr_r.begun"; return 4; }
        gr_t=$3 gr_x=$4
        shift 5
        # Room for the end is taken beforehand: the command may fill the disk.
        setsid sh -c "$gr_common"'
            r=$1 t=$2 x=$3
            shift 3
            echo 125 >"$r.new" && gr_me $$ >"$r.pid" || exit
            timeout -k 5 "$t" sh -c "$x" </dev/null >>"$r.out" 2>&1
            e=$?
            while [ $# -gt 1 ]; do
                gr_digest "$2" >"$KEEP/$1.after"
                shift 2
            done
            echo "$e" 1<>"$r.new"
            mv "$r.new" "$r.exit"' sh "$gr_r" "$gr_t" "$gr_x" "$@" >/dev/null 2>&1 </dev/null &
    fi
    gr_follow "$gr_r"
}

gr_same() {
    shift 5
    while [ $# -gt 1 ]; do
        [ "$(gr_digest "$2")" = "$(cat "$KEEP/$1.kept")" ] || return 1
        shift 2
    done
}

# Reads along to the end of the command.
gr_follow() {
    gr_r=$1
    gr_s=0
    gr_k=0
    while [ ! -e "$gr_r.exit" ]; do
        gr_shown
        # It may not have got so far yet, for a moment.
        [ -s "$gr_r.pid" ] || gr_k=$((gr_k + 1))
        if { [ -s "$gr_r.pid" ] || [ "$gr_k" -gt 200 ]; } && ! gr_lives "$gr_r.pid" && [ ! -e "$gr_r.exit" ]; then
            return 125
        fi
        sleep 0.05 2>/dev/null || sleep 1
    done
    gr_shown
    read -r gr_x <"$gr_r.exit"
    return "${gr_x:-125}"
}

# What the command made of the place kept as $2.
gr_after() {
    cat "$gr_top/$1/backup/$2.after"
}

# Was the command $2 of the mending $1 begun? Then it is waited for: nothing is taken back from under it.
gr_ran() {
    [ -e "$gr_top/$1/plan.json" ] || return 8
    [ -d "$gr_top/$1/run.$2.begun" ] || return 1
    gr_follow "$gr_top/$1/run.$2" >/dev/null
    return 0
}

# What takes back may be asked for again, until it is well.
gr_again() {
    gr_r=$gr_top/$1/run.$2
    [ -d "$gr_r.begun" ] || return 0
    gr_follow "$gr_r" >/dev/null || rm -rf "$gr_r".*
}

gr_shown() {
    gr_z=$(stat -c %s "$gr_r.out")
    [ "$gr_z" -le "$gr_s" ] || tail -c "+$((gr_s + 1))" "$gr_r.out" | head -c "$((gr_z - gr_s))"
    gr_s=$gr_z
}

# A command that only looks. $KEEP is where there will be backups, or what is there of that place.
gr_ask() {
    KEEP=$gr_top
    while [ ! -d "$KEEP" ]; do
        KEEP=$(dirname "$KEEP")
    done
    export KEEP
    timeout -k 2 "$1" sh -c "$2"
}

# Its container alone ends; the kubelet starts another one. After several ends it waits, up to five minutes, before it
# starts one again, and forgets that when it is started itself.
gr_static_pod() {
    gr_old=$(pgrep -f "^$1 ")
    gr_s=0
    gr_w=0
    # shellcheck disable=SC2086 # one word a process
    [ -z "$gr_old" ] || kill -TERM $gr_old
    while [ -n "$gr_old" ] && [ "$gr_w" -lt 12 ] && [ "$gr_s" -lt 80 ]; do
        gr_now=$(pgrep -f "^$1 ")
        if [ -z "$gr_now" ]; then
            gr_w=$((gr_w + 1))
        elif [ "$gr_now" != "$gr_old" ]; then
            return 0
        fi
        gr_s=$((gr_s + 1))
        sleep 1
    done
    timeout 30 systemctl restart kubelet
}

gr_service() {
    case $2 in
    static-pod:*)
        gr_static_pod "${2#static-pod:}"
        ;;
    *)
        systemctl daemon-reload
        # How often it was restarted before is history, and so is that it was restarted too often to be started again.
        case $1 in start | restart) systemctl reset-failed "$2" 2>/dev/null ;; esac
        timeout 110 systemctl "$1" "$2"
        ;;
    esac
}

# "active enabled", "inactive disabled", "failed masked", ...
gr_unit() {
    case $1 in
    static-pod:*)
        echo 'active static'
        return
        ;;
    esac
    echo "$(systemctl is-active "$1" 2>/dev/null) $(systemctl is-enabled "$1" 2>/dev/null)"
}
