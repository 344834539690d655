# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
#
# What Gordian sends to a node first. It runs in any POSIX shell (dash, busybox ash, bash), needs nothing but the usual
# small tools, and writes nothing anywhere: no file, no named pipe, no here-document (some shells keep those in /tmp).
# What may be read is in one place: gn_forbidden and gn_strip below.
#
# gn_n (the nonce) is set by the line above this text. It lives in shell variables only, never in an argument or in the
# environment, and marks are printed with `echo`, which is built into every shell: no process list shows it.

set +e +u +x
unset ENV BASH_ENV CDPATH GREP_OPTIONS LANGUAGE SYSTEMD_PAGER PAGER KUBECONFIG
unset IFS
LC_ALL=C LANG=C SYSTEMD_COLORS=0 SYSTEMD_PAGER= TZ=${TZ-}
export LC_ALL LANG SYSTEMD_COLORS SYSTEMD_PAGER
[ -n "$TZ" ] || unset TZ
ulimit -c 0 2>/dev/null
umask 077
cd / 2>/dev/null
ROOT=${GORDIAN_ROOT-}
# A recording brings its own programs; a live node's account may lack the sbin folders.
[ -n "$ROOT" ] || PATH=${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/opt/bin:/snap/bin
export PATH ROOT
gn_w=0

have() { command -v "$1" >/dev/null 2>&1; }

# Paths whose contents never leave the node. @FORBIDDEN@ is filled from collect/forbidden.cpp.
gn_forbidden() {
    case $1 in
    @FORBIDDEN@) return 0 ;;
    esac
    return 1
}

# Also true for a link that leads to a forbidden file.
gn_secret() {
    gn_forbidden "$1" && return 0
    if [ -h "$1" ] && have readlink; then
        gn_forbidden "$(readlink -f "$1" 2>/dev/null)" && return 0
    fi
    return 1
}

# Keys, tokens and passwords inside a file that may be read otherwise. Lines stay where they are.
gn_strip() {
    sed -e '/-----BEGIN [A-Z ]*PRIVATE KEY/,/-----END [A-Z ]*PRIVATE KEY/s/.*/[key not read]/' \
        -e 's/^\([[:space:]"-]*client-key-data"*[[:space:]]*:\).*/\1 "[key not read]"/' \
        -e 's/^\([[:space:]"-]*[a-zA-Z-]*[tT]oken"*[[:space:]]*:[[:space:]]*\)["a-zA-Z0-9].*/\1"[token not read]"/' \
        -e 's/^\([[:space:]"-]*[a-zA-Z_-]*[pP]assword"*[[:space:]]*[:=][[:space:]]*\)[^[:space:]].*/\1"[password not read]"/' \
        -e 's/^\([[:space:]"-]*secret"*[[:space:]]*:[[:space:]]*\)["a-zA-Z0-9+/].*/\1"[secret not read]"/' \
        -e 's/^\([[:space:]"-]*auth"*[[:space:]]*[:=][[:space:]]*\)["a-zA-Z0-9+/].*/\1"[secret not read]"/' \
        -e 's/\(--[a-z-]*\(token\)=\)[^[:space:]"]*/\1[token not read]/g' \
        -e 's#://[^/@:[:space:]]*:[^/@[:space:]]*@#://[password not read]@#g' -- "$1" 2>/dev/null
}

# The parts of an output. gn_s is different for every probe and known to nobody but this shell and the laptop.
section() {
    gn_t=$*
    case $gn_t in
    *'
'*) gn_t='?' ;;
    esac
    echo "$gn_s+$gn_t"
}

na() {
    echo "$gn_s!${1:-not-applicable}"
    exit 0
}

# Names in sections are those of the node: without $ROOT.
show() {
    for gn_f; do
        [ -f "$gn_f" ] && [ -r "$gn_f" ] || continue
        section "${gn_f#"$ROOT"}"
        if gn_secret "$gn_f"; then
            echo '[not read: it holds secrets]'
        else
            gn_strip "$gn_f"
        fi
    done
}

certs() {
    for gn_f; do
        [ -f "$gn_f" ] && [ -r "$gn_f" ] || continue
        section "${gn_f#"$ROOT"}"
        sed -n '/^-----BEGIN CERTIFICATE-----/,/^-----END CERTIFICATE-----/p' "$gn_f" 2>/dev/null
    done
}

# The kubelet's layout: /var/log/pods/NAMESPACE_POD_UID/CONTAINER/ATTEMPT.log, rotated ATTEMPT.log.DATE[.gz]
# https://kubernetes.io/docs/concepts/cluster-administration/logging/#log-location-node
gn_lines() {
    [ -n "$1" ] || return 1
    section "$2"
    gn_f=$1 gn_k=0
    # A log that was rotated a moment ago says nothing: its last predecessor is put before it.
    if [ -r "$gn_f" ]; then
        set -- "$3" $(ls -t "$gn_f".* 2>/dev/null)
        gn_k=$(tail -n "$1" "$gn_f" 2>/dev/null | wc -l)
        if [ -n "$2" ] && [ "$gn_k" -lt 20 ]; then
            case $2 in
            *.gz) have zcat && zcat "$2" 2>/dev/null ;;
            *) cat "$2" 2>/dev/null ;;
            esac | tail -n "$(($1 - gn_k))"
        fi
        tail -n "$1" "$gn_f" 2>/dev/null
    fi
}

podlog() {
    gn_a=${4:-300} gn_b= gn_c=
    [ -r "$ROOT/var/log/pods" ] || return 1
    # Attempts count up within a folder; a static pod that was changed gets a new folder. The last written is current.
    for gn_f in $(ls -td "$ROOT"/var/log/pods/"$1"_$2_*/"$3"/*.log 2>/dev/null); do
        if [ -z "$gn_b" ]; then gn_b=$gn_f
        elif [ -z "$gn_c" ]; then gn_c=$gn_f
        else break; fi
    done
    [ -n "$gn_b" ] || return 1
    gn_lines "$gn_b" current "$gn_a"
    [ -z "$gn_c" ] || gn_lines "$gn_c" previous "$gn_a"
    return 0
}

# The numbers of the processes with one of these names, but for those of a container: a laptop that runs kind has the
# kubelets of its nodes in its process list. What cannot be compared for want of rights counts.
processes() {
    gn_a=$(readlink "$ROOT/proc/self/ns/pid" 2>/dev/null)
    for gn_f in "$ROOT"/proc/[0-9]*; do
        gn_b=
        { read -r gn_b <"$gn_f/comm"; } 2>/dev/null
        for gn_t; do
            [ "$gn_b" = "$gn_t" ] || continue
            gn_c=$(readlink "$gn_f/ns/pid" 2>/dev/null)
            [ -n "$gn_a" ] && [ -n "$gn_c" ] && [ "$gn_a" != "$gn_c" ] || echo "${gn_f##*/}"
        done
    done
}

# Sockets in the order in which kubeadm looks for them. systemd starts a cri-dockerd that was stopped for whoever calls
# its socket: nobody does here.
cri() {
    have crictl || return 1
    for gn_f in /run/containerd/containerd.sock /run/crio/crio.sock /run/cri-dockerd.sock \
        /run/k3s/containerd/containerd.sock /run/k0s/containerd.sock; do
        if [ -e "$ROOT$gn_f" ]; then
            case $gn_f in */cri-dockerd.sock) [ -n "$(processes cri-dockerd)" ] || return 1 ;; esac
            crictl --timeout 4s --runtime-endpoint "unix://$gn_f" --image-endpoint "unix://$gn_f" "$@"
            return
        fi
    done
    crictl --timeout 4s "$@"
}
