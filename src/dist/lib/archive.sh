# shellcheck shell=sh
# Where Java's class-data archive of a layout lies, and whether it may be trusted. Read by bin/rollcall
# and lib/make-archive, which set:
#   home   the layout, without links in its path
#   java   the program
#
# Whoever can write an archive has Rollcall run what he likes. So one is used only where it, and all
# folders above it, are of whoever runs Rollcall or of root, no links, and closed to others' writing.
# An archive inside the layout is as safe as the jar beside it, so that its own folder is enough there.
#
# What is in an archive was verified when it was made, except for classes of a time before there was a
# quick way to do that: picocli's. They would be verified at each start, a tenth of what --version
# costs. So where there is an archive, nothing is verified again.
#
# Java 25 has an ahead-of-time cache as well. It brings in every class that it holds at each start, of
# which a command needs a fifth at most, so that commands take longer with it than with an archive.

# What an archive is made with, it must be used with. A run is short: starting quickly matters more
# than the last few per cent of speed. Little of what it makes lasts, so a larger young generation
# would only take memory from the rest of the machine; half of it is for what has just been made, so
# that nothing is kept for good that is of no use a moment later. Short runs gain by compiling less into
# one another, and long ones lose nothing by it. Moved to a random address, every page of an archive is
# written to: a fifth of what --version costs, and 20 MB that no other process shares.
jvm_options="-XX:TieredStopAtLevel=1 -XX:MaxNewSize=12m -XX:SurvivorRatio=2 -XX:-UsePerfData"
jvm_options="$jvm_options -XX:C1MaxInlineSize=18 -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"

# What rules are read with looks for classes that only Android has, for which Java would open all jars
# of Rollcall: 3% of a plan with rules. Java's own loader looks into these few alone.
boot_jars=
for jar in "$home"/lib/cel-*.jar "$home"/lib/protobuf-java-*.jar "$home"/lib/antlr4-runtime-*.jar \
  "$home"/lib/guava-*.jar "$home"/lib/failureaccess-*.jar "$home"/lib/re2j-*.jar; do
  boot_jars=${boot_jars:+$boot_jars:}$jar
done

# Java takes one collector only.
case ${ROLLCALL_JAVA_OPTS:-} in
  *-XX:+Use*GC*) ;;
  *) jvm_options="$jvm_options -XX:+UseSerialGC" ;;
esac

# Two threads that compile side by side get in each other's way, and compile more of what soon is over.
# Where somebody says otherwise what compiles, one may be too few.
case ${ROLLCALL_JAVA_OPTS:-} in
  *Compil* | *Tiered*) ;;
  *) jvm_options="$jvm_options -XX:CICompilerCount=1" ;;
esac

# Java begins with a 64th of the machine's memory, and cleans up when that is full. A smaller beginning
# keeps a large run small; whoever says how much there may be decides alone.
case ${ROLLCALL_JAVA_OPTS:-} in
  *-Xm[sx]* | *HeapSize* | *RAM*) ;;
  *) jvm_options="$jvm_options -Xms64m" ;;
esac

# Sets archive_name: one for each build, and for each release of Java.
archive_named() {
  jdk=${JAVA_HOME:-}
  if [ -z "$jdk" ]; then
    jdk=$(readlink -f -- "$java" 2>/dev/null) || jdk=
    jdk=${jdk%/bin/java}
  fi
  read -r build <"$home/lib/build" || build=unknown
  release=$(cksum "$jdk/release" 2>/dev/null) || release=0
  archive_name=${build%"${build#????????????????}"}-${release%% *}
}

# Sets archive_cache, the user's folder for archives of this layout; empty where there is none.
archive_cached() {
  archive_cache=
  case ${ROLLCALL_CACHE:-} in
    '')
      case ${XDG_CACHE_HOME:-}:${HOME:-} in
        /*) archive_cache=${XDG_CACHE_HOME}/rollcall ;;
        *:/*) archive_cache=${HOME%/}/.cache/rollcall ;;
        *) return 0 ;;
      esac
      ;;
    /*) archive_cache=$ROLLCALL_CACHE ;;
    *) archive_cache=$PWD/$ROLLCALL_CACHE ;;
  esac
  archive_cache=$archive_cache/$(archive_place)
}

# The layout's path as the name of one folder.
archive_place() {
  set -f
  IFS=/
  # shellcheck disable=SC2086
  set -- ${home#/}
  IFS=,
  printf '%s\n' "$*"
}

# Whether nobody else can write any of these: a chain of paths, each in the one before it. Sets
# archive_length to the length of the last.
archive_closed() {
  listed=$(LC_ALL=C ls -ldn -- "$@" 2>/dev/null) || return 1
  while read -r mode links owner group length rest; do
    [ $# -gt 0 ] || return 1
    [ "$owner" = 0 ] || [ -O "$1" ] || return 1
    case $mode in
      l*) return 1 ;;
      # in a folder with this mark, others cannot touch what is not theirs
      d????????[tT]*) [ $# -gt 2 ] || return 1 ;;
      ?????w* | ????????w*) return 1 ;;
    esac
    archive_length=$length
    shift
  done <<EOF
$listed
EOF
  [ $# -eq 0 ]
}

# The same of a path and all folders above it.
archive_closed_above() {
  chain=$1
  shift
  set -- "$chain" "$@"
  while chain=${chain%/*} && [ -n "$chain" ]; do
    set -- "$chain" "$@"
  done
  archive_closed / "$@"
}

# Sets archive_option to what Java has to be told; empty where there is no archive to be trusted.
archive_found() {
  archive_option=
  for file in "$home/cache/$archive_name".*; do
    if archive_whole "$file" && archive_closed "$home/cache" "$file"; then
      archive_taken "$file"
    fi
  done
  if [ -z "$archive_option" ] && archive_physical; then
    for file in "$archive_real/$archive_name".*; do
      if archive_whole "$file" && archive_closed_above "$file"; then
        archive_taken "$file"
      fi
    done
  fi
}

# Sets archive_option for a file that archive_closed has looked at, if it is as long as its name says:
# one that was cut short would take Java down with it.
archive_taken() {
  length=${1%.*}
  [ "${length##*.}" = "$archive_length" ] || return 0
  archive_option=-XX:SharedArchiveFile=$1
}

# Whether it is an archive at all, and no older than the jar: Java refuses it then, and says so to nobody.
archive_whole() {
  case $1 in
    *.jsa) [ -f "$1" ] && ! [ "$home/lib/rollcall.jar" -nt "$1" ] ;;
    *) return 1 ;;
  esac
}

# Sets archive_real to archive_cache without links in its path.
archive_physical() {
  [ -n "$archive_cache" ] && [ -d "$archive_cache" ] &&
    archive_real=$(CDPATH='' cd -P -- "$archive_cache" 2>/dev/null && pwd -P)
}

# Whether one should be made in archive_cache: not where that cannot be, or came to nothing this week.
archive_wanted() {
  file=$archive_cache/$archive_name.none
  if [ -e "$file" ] && [ -z "$(find "$file" -mtime +6 2>/dev/null)" ]; then
    return 1
  fi
  there=$archive_cache
  while [ -n "$there" ] && [ ! -d "$there" ]; do
    there=${there%/*}
  done
  [ -w "${there:-/}" ]
}
