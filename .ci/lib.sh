# What .ci/run is written with: sections with their time, checks that are counted, and one summary.
# A failed check does not end the run; it prints its command, so that anyone can run it again.
# shellcheck shell=bash

passed=0
failed=0
section_times=()
section_name=
section_start=$SECONDS

# section NAME: what follows belongs to it.
section() {
	end_section
	section_name=$1
	section_start=$SECONDS
	printf '\n== %s\n' "$1"
}

end_section() {
	[ -z "$section_name" ] || section_times+=("$(printf '%5d s  %s' $((SECONDS - section_start)) "$section_name")")
	section_name=
}

# check NAME COMMAND...: passes when the command does. Shows the last line it said.
check() {
	local name=$1 said status=0 start=$SECONDS
	shift
	said=$("$@" 2>&1) || status=$?
	judge "$name" "$status" "$said" "$start" "$@"
}

# check_silent NAME COMMAND...: the command must also say nothing.
check_silent() {
	local name=$1 said status=0 start=$SECONDS
	shift
	said=$("$@" 2>&1) || status=$?
	[ "$status" != 0 ] || [ -z "$said" ] || status='some output'
	judge "$name" "$status" "$said" "$start" "$@"
}

judge() {
	local name=$1 status=$2 said=$3 seconds=$((SECONDS - $4))
	shift 4
	if [ "$status" = 0 ]; then
		passed=$((passed + 1))
		printf 'ok    %s (%d s) %s\n' "$name" "$seconds" "$(tail -n 1 <<<"$said" | cut -c1-150)"
		return
	fi
	failed=$((failed + 1))
	printf 'FAIL  %s (%d s): %s from\n      %s\n' "$name" "$seconds" "$status" "${*@Q}"
	[ -z "$said" ] || tail -n 40 <<<"$said" | cut -c1-400 | sed 's/^/      | /'
}

# summary: the time of each section, then the count alone on the last line. Fails when a check failed or none ran.
summary() {
	end_section
	printf '\n'
	printf '%s\n' "${section_times[@]}"
	printf '%d passed, %d failed\n' "$passed" "$failed"
	[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}
