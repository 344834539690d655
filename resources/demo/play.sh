#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
#
# Answers for a program of the recorded node. It is called by many names; the folder of that name holds an index with
# lines EXIT<tab>ANSWER<tab>PATTERN, and the first shell pattern that fits the arguments decides:
#   NN          print NN.out, and NN.err to standard error
#   -           print nothing
#   root:PATH   print this file of the recording
#   real        run the machine's own program (only where it reads nothing but its arguments and files)
name=${0##*/}
folder=$GORDIAN_RECORDING/commands/$name
tab='	'
while IFS=$tab read -r code answer pattern; do
    case "$*" in
    $pattern)
        case $answer in
        -) ;;
        real) exec "$GORDIAN_RECORDING/real/$name" "$@" ;;
        root:*) cat "$GORDIAN_ROOT${answer#root:}" 2>/dev/null ;;
        *)
            [ ! -f "$folder/$answer.err" ] || cat "$folder/$answer.err" >&2
            cat "$folder/$answer.out"
            ;;
        esac
        exit "$code"
        ;;
    esac
done <"$folder/index"
echo "$name $*" >>"$GORDIAN_RECORDING/unanswered"
echo "$name: the recording has no answer for: $*" >&2
exit 127
