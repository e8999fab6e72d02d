# shellcheck shell=sh
# What Goodword needs beforehand, and the words when it is missing. Sourced by the other scripts.
# Sets: java (the program), java_home (empty if unknown), java_name (its exact version).

debian_fix='Debian, Ubuntu: sudo apt install default-jdk-headless maven'
macos_fix='macOS: brew install --cask temurin@17 && brew install maven'

say() { printf '%s\n' "goodword: $*" >&2; }
missing() {
    say "$*. $debian_fix. $macos_fix."
    exit 2
}

# A JDK states its version in a text file, which is read some fifty times faster than Java starts.
read_release() {
    java_version='' java_name=''
    [ -r "$1/release" ] || return 0
    while IFS='=' read -r key value; do
        value=${value#\"}
        case $key in
            JAVA_VERSION) java_version=${value%\"} ;;
            JAVA_RUNTIME_VERSION) java_name=${value%\"} ;;
        esac
    done <"$1/release"
    java_name=${java_name:-$java_version}
}

# A java that lies in no JDK's folder (a version switcher's shim, a packager's wrapper) is asked.
ask_java() {
    answer=$("$1" -XshowSettings:properties -version 2>&1) || answer=''
    java_home=$(printf '%s\n' "$answer" | sed -n 's/^ *java\.home = //p')
    java_version=$(printf '%s\n' "$answer" | sed -n 's/^ *java\.version = //p')
    java_name=$(printf '%s\n' "$answer" | sed -n 's/^ *java\.runtime\.version = //p')
}

is_17_or_newer() {
    major=${1%%[!0-9]*}
    [ "${major:-0}" -ge 17 ]
}

# Takes the java at $1 if it is new enough; else notes in $found what it was.
take_java() {
    [ -x "$1" ] || return 1
    java=$1
    real=$(readlink -f "$1" 2>/dev/null) || real=$1
    java_home=${real%/bin/java}
    read_release "$java_home"
    [ -n "$java_version" ] || ask_java "$1"
    is_17_or_newer "$java_version" && return 0
    found="$found, $1 is ${java_version:-no working Java}"
    return 1
}

find_java() {
    found=''
    if [ -n "${JAVA_HOME:-}" ]; then
        take_java "$JAVA_HOME/bin/java" && return 0
        [ -x "$JAVA_HOME/bin/java" ] || found=", JAVA_HOME=$JAVA_HOME holds no bin/java"
    fi
    take_java "$(command -v java || :)" && return 0
    if [ -x /usr/libexec/java_home ]; then
        take_java "$(/usr/libexec/java_home -v 17+ 2>/dev/null || :)/bin/java" && return 0
    fi
    found=${found#, }
    missing "Java 17 or newer is needed (found: ${found:-none})"
}

find_jdk() {
    find_java
    if [ -n "$java_home" ]; then
        [ -x "$java_home/bin/javac" ] \
            || missing "Building needs a whole JDK, and $java_home holds only the part that runs programs"
        # Maven shall build with the very Java that was looked at here
        export JAVA_HOME="$java_home"
    fi
}

find_maven() {
    command -v mvn >/dev/null || missing 'Maven 3.8.7 or newer is needed to build (found: none)'
    maven_version=$(mvn -B -v 2>&1 | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
    printf '%s\n' "$maven_version" | awk -F. '{ exit !($1 * 10000 + $2 * 100 + $3 >= 30807) }' \
        || missing "Maven 3.8.7 or newer is needed to build (found: ${maven_version:-one that does not start});" \
            "where the system's own is older, unpack Apache Maven's and put its bin folder first in PATH"
}
