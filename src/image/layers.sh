#!/bin/sh
# Divides a distribution into folders, each a layer of the image: layers.sh DISTRIBUTION LAYERS
# Libraries change when one is raised; what is of ours changes with every build. Times stay, because
# Java's archive is held against those of the jars.
set -eu
umask 022
mkdir -p "$2/libraries" "$2/rollcall/lib"
cp -Rp "$1/lib" "$1/third-party" "$1/THIRD-PARTY.txt" "$2/libraries"
for own in "$1"/* "$1"/lib/rollcall.jar "$1"/lib/build "$1"/lib/archive.sh "$1"/lib/make-archive; do
  name=${own#"$1"/}
  case $name in
    lib | third-party | THIRD-PARTY.txt | cache) ;;
    *)
      cp -Rp "$own" "$2/rollcall/$name"
      rm -rf "$2/libraries/$name"
      ;;
  esac
done
