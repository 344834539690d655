# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
#
# What Gordian sends to a node that it is to mend: one function for each thing it may do there. Any POSIX shell, and the
# coreutils. Nothing happens by itself: the laptop calls one function after another and reads each answer.
#
# gr_n (a nonce that marks the answers) and gr_top (where backups and the journal are kept) are set above this text.
#
# Exit codes: 3 the place is not as it was expected, 4 no room to write, 5 a program is missing, 6 another mending is
# under way, 7 not to be read, 124 over its time, 125 it was cut off.

set +e +u +x
unset ENV BASH_ENV CDPATH GREP_OPTIONS LANGUAGE IFS
LC_ALL=C LANG=C SYSTEMD_COLORS=0 SYSTEMD_PAGER=
export LC_ALL LANG SYSTEMD_COLORS SYSTEMD_PAGER
umask 077
cd / 2>/dev/null
PATH=${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/opt/bin:/snap/bin
export PATH
gr_tab='	'

# One call, one answer.
gr_do() {
    gr_i=$1
    shift
    echo "$gr_n A $gr_i"
    ( "$@" ) 2>&1 </dev/null
    gr_e=$?
    echo
    echo "$gr_n Z $gr_i $gr_e"
}

gr_tools() {
    for gr_t in base64 cp cut date dirname mv readlink setsid sha256sum sort stat sync timeout; do
        command -v "$gr_t" >/dev/null 2>&1 || echo "$gr_t"
    done
    [ "$(id -u)" = 0 ] || echo root
}

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

# One mending at a time on a node.
gr_open() {
    mkdir -p "$gr_top" || return 4
    if ! mkdir "$gr_top/lock" 2>/dev/null && [ "$(gr_owner)" != "$1" ]; then
        gr_owner
        return 6
    fi
    echo "$1" >"$gr_top/lock/owner" && mkdir -p "$gr_top/$1/backup" || return 4
}

gr_close() {
    [ "$(gr_owner)" = "$1" ] || return 0
    rm -rf "$gr_top/lock"
    gr_sync "$gr_top"
}

# After all is as it was: nothing is left behind.
gr_forget() {
    gr_close "$1"
    rm -rf "${gr_top:?}/$1"
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

gr_notes() {
    cat "$gr_top/$1/journal"
}

# Keeps a copy of $3 as $2, which must be as $4 says, and reads its hash back. What is kept already is not kept again.
gr_keep() {
    gr_b=$gr_top/$1/backup/$2
    if [ -e "$gr_b.kept" ]; then
        cat "$gr_b.kept"
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
        [ "$(gr_digest "$gr_b")" = "$gr_d" ] || return 4
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
        mkdir -p "$(dirname "$1")" && : >"$gr_f" && chmod "$5" "$gr_f" || return 4
    else
        cp -a "$1" "$gr_f" || return 4
    fi
    printf %s "$3" | base64 -d >"$gr_f"
    if [ "$(sha256sum <"$gr_f" | cut -d ' ' -f 1)" != "$4" ]; then
        rm -f "$gr_f"
        return 4
    fi
    gr_sync "$gr_f"
    mv -f "$gr_f" "$1" || return 4
    gr_sync "$(dirname "$1")"
    gr_digest "$1"
}

gr_aside() {
    [ "$(gr_digest "$1")" = "$2" ] || return 3
    rm -f "$1" && gr_sync "$(dirname "$1")" || return 4
}

# Remembers what a command made of $3, which was kept as $2.
gr_settle() {
    gr_b=$gr_top/$1/backup/$2
    gr_digest "$3" >"$gr_b.new" && mv -f "$gr_b.new" "$gr_b.after" && gr_sync "$gr_b.after" || return 4
}

# $3 becomes again what was kept as $2, unless somebody changed it after us: it must be as $4 says, or as gr_settle found
# it. Without either a command was cut off half-way, and what it left is ours. What was never kept was never changed.
gr_restore() {
    gr_b=$gr_top/$1/backup/$2
    rm -f "$(dirname "$3")/.gordian-new"
    [ -e "$gr_b.kept" ] || return 0
    gr_d=$(cat "$gr_b.kept")
    gr_now=$(gr_digest "$3")
    [ "$gr_now" != "$gr_d" ] || return 0
    gr_ours=${4:-$(cat "$gr_b.after" 2>/dev/null)}
    [ "$gr_now" = "${gr_ours:-$gr_now}" ] || return 3
    case $gr_d in
    absent) rm -rf "$3" ;;
    folder:*) gr_refill "$gr_b" "$3" ;;
    *)
        gr_f=$(dirname "$3")/.gordian-new
        rm -f "$gr_f"
        cp -a "$gr_b" "$gr_f" && gr_sync "$gr_f" && mv -f "$gr_f" "$3"
        ;;
    esac || return 4
    gr_sync "$(dirname "$3")"
    [ "$(gr_digest "$3")" = "$gr_d" ] || return 4
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

# A command that goes on when the connection breaks: its output and its end are kept. Called again it goes on reading.
gr_run() {
    gr_r=$gr_top/$1/run.$2
    KEEP=$gr_top/$1/backup WAS=$5
    export KEEP WAS
    if [ ! -e "$gr_r.pid" ]; then
        : >"$gr_r.out" || return 4
        setsid sh -c '
            echo $$ >"$1.pid"
            timeout -k 5 "$2" sh -c "$3" </dev/null >>"$1.out" 2>&1
            echo $? >"$1.new"
            mv "$1.new" "$1.exit"' sh "$gr_r" "$3" "$4" >/dev/null 2>&1 </dev/null &
    fi
    gr_s=0
    while [ ! -e "$gr_r.exit" ]; do
        gr_shown
        if [ -s "$gr_r.pid" ] && ! kill -0 "$(cat "$gr_r.pid")" 2>/dev/null && [ ! -e "$gr_r.exit" ]; then
            return 125
        fi
        sleep 0.05 2>/dev/null || sleep 1
    done
    gr_shown
    return "$(cat "$gr_r.exit")"
}

gr_shown() {
    gr_k=$(stat -c %s "$gr_r.out")
    [ "$gr_k" -le "$gr_s" ] || tail -c "+$((gr_s + 1))" "$gr_r.out" | head -c "$((gr_k - gr_s))"
    gr_s=$gr_k
}

# Was the command $2 of the mending $1 begun?
gr_ran() {
    [ -e "$gr_top/$1/run.$2.pid" ]
}

# A command that only looks.
gr_ask() {
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
