# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
#
# Runs one wave: many probes at once, each with its limits, their answers one after another on standard output.
#
# Pipes without names: in `: | { exec 7<>/proc/self/fd/0; ...; }` descriptor 7 can be read and written by everybody
# below. Two of them are enough:
#   7  the lock on standard output. It holds one line feed; who reads it may write, and puts it back.
#   8  events for gn_main, J being a job: "p J PID I" its probe I runs as PID; "n J - I" probe I need not run; "a J PID"
#      its guardian; "c J PID" the keeper of its output; "r J" it has ended; "s J" its status was sent; "d J" its output
#      was sent; "t" a second passed; "x" the link is gone.
#   9  standard output of the session.
#
# A job is one probe alone (its number) or a lane of quick ones (their numbers with commas). Either is a pipeline:
#   gn_ask     runs the probe, keeps the last 4 KiB of its standard error, sends its status
#   gn_lane    runs probes one after another and writes their frames itself: a guard costs ten times the process that a
#              quick probe is, so a lane shares one
#   gn_keep    holds the output back until the job has ended or the cap is reached, then takes the lock
#   gn_send    sends the output and gives the lock back
# Nobody waits for a probe: gn_main ends it at its limit, and when even KILL does not help (a process asleep in the
# kernel), says so and goes on without it. A lane begins no probe after a second: the rest of it run alone. What a lane
# lost (its cap cut it off, somebody killed it) is asked for again by the laptop, alone.

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
    echo "$1 $gn_j $gn_a $2" >&8
}

gn_lock() { read -r gn_a <&7; }
gn_free() { echo >&7; }

# The probe itself, in a subshell of its own.
gn_probe() {
    trap - PIPE
    GORDIAN_PROBE=$$.$gn_w.$gn_j.
    export GORDIAN_PROBE
    unset gn_n gn_e
    eval "$gn_run"
}

# Probe $1: sets gn_id and the rest, and gn_why if it is not to be run.
gn_read() {
    gn_i=$1
    gn_cap=0 gn_any= gn_root=0 gn_end=head gn_sec=5 gn_why=
    "gn_q$gn_i"
    if [ "$gn_root" = 1 ] && [ "$gn_uid" != 0 ]; then
        gn_why=denied
        return
    fi
    for gn_f in $gn_any; do
        have "$gn_f" && return
    done
    [ -z "$gn_any" ] || gn_why=missing
}

gn_ask() {
    gn_me a
    gn_now
    gn_t0=$gn_t
    exec 4>&1
    gn_e=$(
        {
            gn_me p "$gn_i"
            (
                exec 4>&- 8>&-
                gn_probe
            )
            gn_x=$?
            gn_now
            echo >&2
            echo "$gn_x $gn_t" >&2
            echo "r $gn_j" >&8
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
    echo "s $gn_j" >&8
}

# Frames of a lane: D its output, S its status (the seventh word: its standard error comes later), F its standard error,
# L the end of the lane, which gn_send writes: what is open then was cut off.
gn_lane() {
    gn_me a
    exec 4>&1
    gn_each "$@" 2>&1 >&4 7>&- 9>&- | tail -c $(($# * 4096)) >&4 7>&- 8>&- 9>&-
    echo "s $gn_j" >&8
}

gn_each() {
    gn_now
    gn_s0=$gn_t
    for gn_i; do
        [ "$gn_t" -le $((gn_s0 + 100)) ] || break
        gn_read "$gn_i"
        if [ -n "$gn_why" ]; then
            echo "n $gn_j - $gn_i" >&8
            echo "$gn_n S $gn_w $gn_id $gn_why - 0"
            echo "$gn_n E $gn_w $gn_id"
            continue
        fi
        gn_t0=$gn_t
        echo "$gn_n D $gn_w $gn_id"
        echo "$gn_n F $gn_w $gn_id" >&2
        (
            gn_me p "$gn_i"
            exec 4>&- 8>&-
            gn_probe
        )
        gn_x=$?
        gn_now
        gn_state=ran
        if [ "$gn_x" -ge 128 ] && { [ "$gn_t" -ge $((gn_t0 + gn_sec * 100)) ] || [ "$gn_t" -ge "$gn_stop" ]; }; then
            gn_state=late gn_x=-
        fi
        echo "$gn_n E $gn_w $gn_id"
        echo "$gn_n E $gn_w $gn_id" >&2
        echo "$gn_n S $gn_w $gn_id $gn_state $gn_x $(((gn_t - gn_t0) * 10)) +"
        echo "$gn_n E $gn_w $gn_id"
    done
    echo "r $gn_j" >&8
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
    [ -n "$gn_quick" ] || echo "$gn_n D $gn_w $gn_id" >&9
}

gn_send() {
    tail -c "$gn_cap" >&9 7>&- 8>&-
    if [ -n "$gn_quick" ]; then echo "$gn_n L $gn_w" >&9; else echo "$gn_n E $gn_w $gn_id" >&9; fi
    gn_free
    echo "d $gn_j" >&8
}

# A probe that is not run: status without output.
gn_skip() {
    gn_lock
    echo "$gn_n S $gn_w $gn_id $1 - 0" >&9
    echo "$gn_n E $gn_w $gn_id" >&9
    gn_free
    echo "s $gn_j" >&8
    echo "d $gn_j" >&8
}

# Starts a job.
gn_start() {
    gn_jobs=$((gn_jobs + 1))
    gn_j=$gn_jobs gn_quick=
    case $1 in
    *,*)
        IFS=,
        set -- $1
        unset IFS
        gn_quick=$*
        ;;
    esac
    gn_k=0
    for gn_i; do
        gn_read "$gn_i"
        # Room for its marks and for what it says on standard error.
        gn_k=$((gn_k + gn_cap + 5120))
    done
    [ -z "$gn_quick" ] || gn_cap=$gn_k gn_end=head
    eval "gn_left$gn_j=2 gn_due$gn_j=$((gn_t + gn_sec * 100)) gn_step$gn_j=0 gn_pid$gn_j= gn_keep$gn_j= gn_ask$gn_j= gn_held$gn_j= gn_seen$gn_j="
    eval "gn_cur$gn_j=\$gn_i gn_rest$gn_j=\$gn_quick gn_age$gn_j=\$gn_t"
    gn_live="$gn_live $gn_j" gn_count=$((gn_count + 1))
    if [ -n "$gn_quick" ]; then
        gn_lane "$@" | gn_keep 4>&- | gn_send &
    elif [ -n "$gn_why" ]; then
        gn_skip "$gn_why" &
    else
        gn_ask | gn_keep 4>&- | gn_send &
    fi
}

# The job $1 has come to its probe $2.
gn_begun() {
    eval "gn_x=\$gn_rest$1"
    gn_new=
    for gn_f in $gn_x; do
        [ "$gn_f" = "$2" ] || gn_new="$gn_new $gn_f"
    done
    gn_read "$2"
    gn_now
    eval "gn_cur$1=$2 gn_rest$1=\$gn_new gn_step$1=0 gn_due$1=$((gn_t + gn_sec * 100))"
}

# What the lane $1 has not come to runs alone.
gn_requeue() {
    eval "gn_queue=\"\$gn_queue \$gn_rest$1\" gn_rest$1="
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
        gn_requeue "$1"
        gn_j=$1
        eval "gn_read \$gn_cur$1"
        [ -z "$gn_r" ] || { gn_tree "$gn_r"; gn_kill KILL "$gn_l"; }
        [ -z "$gn_q" ] || { gn_below "$gn_q"; gn_kill KILL "$gn_l"; }
        (
            gn_lock
            echo "$gn_n S $gn_w $gn_id late - $((gn_sec * 1000 + 2000))" >&9
            echo "$gn_n E $gn_w $gn_id" >&9
            gn_free
            echo "s $gn_j" >&8
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
        gn_over=1 gn_queue=
        for gn_v in $gn_live; do
            eval "gn_rest$gn_v=; [ \$gn_step$gn_v != 0 ] || gn_due$gn_v=0"
        done
    fi
    for gn_g in $gn_live; do
        eval "gn_due=\$gn_due$gn_g gn_s0=\$gn_step$gn_g"
        # What a lane has not begun by now it never will.
        [ "$gn_t" -lt $((gn_age$gn_g + 150)) ] || gn_requeue "$gn_g"
        [ -n "$gn_due" ] && [ "$gn_t" -ge "$gn_due" ] || continue
        if [ "$gn_s0" = ended ]; then
            gn_held "$gn_g"
        else
            gn_late "$gn_g"
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
    gn_live= gn_count=0 gn_over= gn_beat= gn_jobs=0 gn_queue=$*
    gn_now
    gn_stop=$((gn_t + gn_total * 100))
    gn_tick &
    gn_ticker=$!
    gn_free
    while :; do
        for gn_x in $gn_queue; do
            [ "$gn_count" -lt "$gn_par" ] || break
            gn_queue=${gn_queue#*"$gn_x"}
            gn_now
            gn_start "$gn_x"
        done
        [ "$gn_count" -gt 0 ] || break
        read -r gn_ev gn_o gn_x gn_y <&8
        case $gn_ev in
        p) eval "gn_pid$gn_o=$gn_x"; gn_begun "$gn_o" "$gn_y" ;;
        n) gn_begun "$gn_o" "$gn_y" ;;
        a) eval "gn_ask$gn_o=$gn_x" ;;
        c) eval "gn_keep$gn_o=$gn_x" ;;
        r) gn_requeue "$gn_o"; gn_now; eval "gn_step$gn_o=ended gn_due$gn_o=$((gn_t + 50))" ;;
        s | d) gn_finished "$gn_o" ;;
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
    gn_w=$((gn_w + 1)) gn_par=$1 gn_total=$2
    shift 2
    : | {
        exec 7<>/proc/self/fd/0
        : | {
            exec 8<>/proc/self/fd/0 9>&1 2>/dev/null </dev/null
            gn_main "$@"
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
