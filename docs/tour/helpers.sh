# The functions of the tour, for bash and zsh: read with `. docs/tour/helpers.sh` in a checkout. Everything that the tour writes goes to
# a new temporary folder.
export RECOURSE_URL="${RECOURSE_URL:-http://localhost:3000}"
export RECOURSE_CHECKOUT="${RECOURSE_CHECKOUT:-$PWD}"
ASK="$RECOURSE_CHECKOUT/docs/tour/ask.mjs"
cd "$(mktemp -d)" || return

# Who asks and what is asked go by the environment: words on a command line can be read by everybody on the machine.
gql() { AS="$1" QUERY="$2" node "$ASK" gql "${@:3}"; }
rest() { AS="$1" node "$ASK" rest "${@:2}"; }
take() { node "$ASK" take "$1"; }
remember() {
  [ $# -eq 2 ] || { echo 'remember EMAIL PASSWORD: an argument is missing.' >&2; return 1; }
  (umask 077 && printf '%s' "$2" > "password-$1")
}
# The platform compares days with those of China (UTC+8), wherever this shell runs.
ago() { node -p "new Date(Date.now() + 8 * 36e5 - ${1:-0} * 864e5).toISOString().slice(0, 10)"; }
