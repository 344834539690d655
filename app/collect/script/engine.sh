# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
#
# Runs one wave: many probes at once, each with its limits, their answers one after another on standard output.
#
# Pipes without names: in `: | { exec 7<>/proc/self/fd/0; ...; }` descriptor 7 can be read and written by everybody
# below. Two of them are enough:
#   7  the lock on standard output. It holds one line feed; who reads it may write, and puts it back.
#   8  events for gn_main: "p I PID" a probe runs as PID; "a I PID" its guardian; "c I PID" the keeper of its output;
#      "r I" it has ended; "s I" its status was sent; "d I" its output was sent; "t" a second passed; "x" link is gone.
#   9  standard output of the session.
#
# One probe is a pipeline:
#   gn_ask     runs it, keeps the last 4 KiB of its standard error, sends its status
#   gn_keep    holds the output back until the probe has ended or the cap is reached, then takes the lock
#   gn_send    sends the output and gives the lock back
# Nobody waits for a probe: gn_main ends it at its limit, and when even KILL does not help (a process asleep in the
# kernel), says so and goes on without it.

# Hundredths of a second since boot, without a process.
gn_now() {
    if IFS=' .' read -r gn_a gn_b gn_c 2>/dev/null </proc/uptime; then
        gn_t=$((gn_a * 100 + 1$gn_b - 100))
    else
        gn_t=$(date +%s)00
    fi
}

# The real process number of this subshell ($$ is the session's).
gn_me() {
    read -r gn_a gn_b </proc/self/stat
    echo "$1 $gn_i $gn_a" >&8
}

gn_lock() { read -r gn_a <&7; }
gn_free() { echo >&7; }

gn_ask() {
    gn_me a
    gn_now
    gn_t0=$gn_t
    exec 4>&1
    gn_e=$(
        {
            gn_me p
            (
                exec 4>&- 8>&-
                trap - PIPE
                GORDIAN_PROBE=$$.$gn_w.$gn_i.
                export GORDIAN_PROBE
                unset gn_n gn_e
                eval "$gn_run"
            )
            gn_x=$?
            gn_now
            echo >&2
            echo "$gn_x $gn_t" >&2
            echo "r $gn_i" >&8
        } 2>&1 >&4 7>&- 9>&- | tail -c 4096 4>&- 7>&- 8>&- 9>&-
    )
    # Its last line says how it ended. Without that line it was ended from outside.
    gn_now
    gn_state=late gn_x=-
    gn_a=${gn_e##*"$gn_nl"}
    case $gn_a in
    [0-9]*' '[0-9]*)
        gn_state=ran gn_x=${gn_a% *} gn_t=${gn_a#* }
        gn_e=${gn_e%"$gn_nl"*} gn_e=${gn_e%"$gn_nl"}
        ;;
    esac
    gn_lock
    echo "$gn_n S $gn_w $gn_id $gn_state $gn_x $(((gn_t - gn_t0) * 10))" >&9
    printf %s "$gn_e" >&9
    echo "$gn_n E $gn_w $gn_id" >&9
    gn_free
    echo "s $gn_i" >&8
}

gn_keep() {
    gn_me c
    if [ "$gn_end" = head ]; then
        head -c "$gn_cap" 7>&- 8>&- 9>&-
    else
        cat 7>&- 8>&- 9>&-
    fi
    exec 0</dev/null
    gn_lock
    echo "$gn_n D $gn_w $gn_id" >&9
}

gn_send() {
    tail -c "$gn_cap" >&9 7>&- 8>&-
    echo "$gn_n E $gn_w $gn_id" >&9
    gn_free
    echo "d $gn_i" >&8
}

# A probe that is not run: status without output.
gn_skip() {
    gn_lock
    echo "$gn_n S $gn_w $gn_id $1 - 0" >&9
    echo "$gn_n E $gn_w $gn_id" >&9
    gn_free
    echo "s $gn_i" >&8
    echo "d $gn_i" >&8
}

gn_start() {
    gn_i=$1
    gn_cap=0 gn_any= gn_root=0 gn_end=head gn_sec=5
    "gn_q$gn_i"
    eval "gn_left$gn_i=2 gn_due$gn_i=$((gn_t + gn_sec * 100)) gn_step$gn_i=0 gn_pid$gn_i= gn_keep$gn_i= gn_ask$gn_i= gn_held$gn_i= gn_seen$gn_i="
    gn_live="$gn_live $gn_i" gn_count=$((gn_count + 1))
    if [ "$gn_root" = 1 ] && [ "$gn_uid" != 0 ]; then
        gn_skip denied &
        return
    fi
    for gn_f in $gn_any; do
        have "$gn_f" && gn_any= && break
    done
    if [ -n "$gn_any" ]; then
        gn_skip missing &
        return
    fi
    gn_ask | gn_keep 4>&- | gn_send &
}

# All that descends from a process, and itself, into gn_l.
gn_tree() {
    gn_l=$1 gn_todo=$1
    while [ -n "$gn_todo" ]; do
        gn_new=
        if [ -e "/proc/$$/task/$$/children" ]; then
            for gn_f in $gn_todo; do
                for gn_k in "/proc/$gn_f/task/"*/children; do
                    gn_x=
                    read -r gn_x 2>/dev/null <"$gn_k"
                    gn_new="$gn_new $gn_x"
                done
            done
        else
            for gn_k in /proc/[0-9]*/stat; do
                read -r gn_x 2>/dev/null <"$gn_k" || continue
                gn_f=${gn_x%% *}
                set -- ${gn_x##*)}
                case " $gn_todo " in
                *" $2 "*) gn_new="$gn_new $gn_f" ;;
                esac
            done
        fi
        set -- $gn_new
        gn_todo=$*
        gn_l="$gn_l $gn_todo"
    done
}

gn_kill() {
    for gn_f in $2; do
        kill "-$1" "$gn_f" 2>/dev/null
    done
}

# What is below a process, but not itself.
gn_below() {
    gn_tree "$1"
    gn_l=${gn_l#"$1"}
}

# What a probe started, also if it has left the probe's tree.
gn_tagged() {
    gn_l=
    for gn_f in $(grep -l "GORDIAN_PROBE=$$[.]$gn_w[.]$1[.]" /proc/[0-9]*/environ 2>/dev/null); do
        gn_f=${gn_f#/proc/}
        gn_l="$gn_l ${gn_f%/environ}"
    done
}

# A probe is over its time: TERM, a second later KILL, a second later it is left behind and its guardian speaks for it.
gn_late() {
    eval "gn_p=\$gn_pid$1 gn_q=\$gn_keep$1 gn_r=\$gn_ask$1 gn_s0=\$gn_step$1 gn_v=\$gn_seen$1"
    case $gn_s0 in
    0)
        [ -z "$gn_p" ] || gn_tree "$gn_p"
        [ -z "$gn_p" ] || gn_kill TERM "$gn_l"
        eval "gn_seen$1=\$gn_l"
        ;;
    1)
        [ -z "$gn_p" ] || gn_tree "$gn_p"
        gn_kill KILL "$gn_v"
        [ -z "$gn_p" ] || gn_kill KILL "$gn_l"
        gn_tagged "$1"
        gn_kill KILL "$gn_l"
        ;;
    *)
        gn_i=$1
        [ -z "$gn_r" ] || { gn_tree "$gn_r"; gn_kill KILL "$gn_l"; }
        [ -z "$gn_q" ] || { gn_below "$gn_q"; gn_kill KILL "$gn_l"; }
        "gn_q$gn_i"
        (
            gn_lock
            echo "$gn_n S $gn_w $gn_id late - $((gn_sec * 1000 + 2000))" >&9
            echo "$gn_n E $gn_w $gn_id" >&9
            gn_free
            echo "s $gn_i" >&8
        ) &
        eval "gn_due$1="
        return
        ;;
    esac
    eval "gn_step$1=$((gn_s0 + 1)) gn_due$1=$((gn_t + 90))"
}

# Ended, but something that it left behind holds its output open: that goes, what came counts.
gn_held() {
    eval "gn_q=\$gn_keep$1 gn_s1=\$gn_held$1 gn_held$1=1 gn_due$1=$((gn_t + 90))"
    gn_tagged "$1"
    gn_kill KILL "$gn_l"
    # Not even that: then without the last of it.
    [ -z "$gn_s1" ] || gn_late "$1"
}

gn_watch() {
    gn_now
    if [ "$gn_t" -ge "$gn_stop" ] && [ -z "$gn_over" ]; then
        gn_over=1 gn_next=$((gn_number + 1))
        for gn_j in $gn_live; do
            eval "[ \$gn_step$gn_j != 0 ] || gn_due$gn_j=0"
        done
    fi
    for gn_j in $gn_live; do
        eval "gn_due=\$gn_due$gn_j gn_s0=\$gn_step$gn_j"
        [ -n "$gn_due" ] && [ "$gn_t" -ge "$gn_due" ] || continue
        if [ "$gn_s0" = ended ]; then
            gn_held "$gn_j"
        else
            gn_late "$gn_j"
        fi
    done
    # Says that the node is alive, and learns whether anybody listens.
    if [ -z "$gn_beat" ]; then
        gn_beat=1
        ( gn_lock; if echo "$gn_n B" >&9; then echo b >&8; else echo x >&8; fi; gn_free ) &
    fi
}

gn_tick() {
    exec 0</dev/null 1>/dev/null 9>&- 7>&-
    gn_k=0
    while [ "$gn_k" -lt $((gn_total + 120)) ] && sleep 1; do
        gn_k=$((gn_k + 1))
        echo t >&8
    done
    echo x >&8
}

gn_finished() {
    eval "gn_left$1=\$((gn_left$1 - 1)); gn_k=\$gn_left$1"
    [ "$gn_k" = 0 ] || return
    gn_new=
    for gn_f in $gn_live; do
        [ "$gn_f" = "$1" ] || gn_new="$gn_new $gn_f"
    done
    gn_live=$gn_new gn_count=$((gn_count - 1))
}

gn_main() {
    trap '' PIPE
    gn_live= gn_count=0 gn_next=1 gn_over= gn_beat=
    gn_now
    gn_stop=$((gn_t + gn_total * 100))
    gn_tick &
    gn_ticker=$!
    gn_free
    while :; do
        while [ "$gn_count" -lt "$gn_par" ] && [ "$gn_next" -le "$gn_number" ]; do
            gn_now
            gn_start "$gn_next"
            gn_next=$((gn_next + 1))
        done
        [ "$gn_count" -gt 0 ] || break
        read -r gn_ev gn_i gn_x <&8
        case $gn_ev in
        p) eval "gn_pid$gn_i=$gn_x" ;;
        a) eval "gn_ask$gn_i=$gn_x" ;;
        c) eval "gn_keep$gn_i=$gn_x" ;;
        r) gn_now; eval "gn_step$gn_i=ended gn_due$gn_i=$((gn_t + 50))" ;;
        s | d) gn_finished "$gn_i" ;;
        t) gn_watch ;;
        b) gn_beat= ;;
        x) break ;;
        esac
    done
    gn_tree "$gn_ticker"
    gn_kill KILL "$gn_l"
    # Nothing is left behind, whatever went wrong.
    if [ "$gn_ev" = x ]; then
        read -r gn_a gn_b </proc/self/stat
        gn_below "$gn_a"
        gn_kill KILL "$gn_l"
    fi
}

gn_wave() {
    gn_w=$((gn_w + 1)) gn_number=$1 gn_par=$2 gn_total=$3
    : | {
        exec 7<>/proc/self/fd/0
        : | {
            exec 8<>/proc/self/fd/0 9>&1 2>/dev/null </dev/null
            gn_main
        }
    }
    echo "$gn_n W $gn_w"
}

gn_hello() {
    gn_uid=$(id -u 2>/dev/null)
    echo "$gn_n H $gn_w"
    date '+clock=%s.%N' 2>/dev/null
    echo "uid=$gn_uid"
    echo "user=$(id -un 2>/dev/null)"
    gn_x=
    read -r gn_x 2>/dev/null <"$ROOT/proc/sys/kernel/hostname"
    echo "host=$gn_x"
    echo "sudoer=${SUDO_USER-}"
    if have sudo; then echo sudo=present; else echo sudo=absent; fi
    echo "shell=${BASH_VERSION:+bash}"
    echo "$gn_n E $gn_w hello"
}

gn_nl='
'
have renice && renice -n 10 -p $$ >/dev/null 2>&1
# The lowest ordinary class: the idle class would never run on a node whose disk is the trouble.
have ionice && ionice -c 2 -n 7 -p $$ >/dev/null 2>&1
gn_hello
