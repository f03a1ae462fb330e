#!/bin/sh
# Rebuilds every face byte for byte in the folder given and compares the hashes.
#
#   sh fonts/recipe/build.sh FOLDER
#
# Needs Debian 12 with python3-fonttools 4.38.0, npm and Go; PYTHON names the
# interpreter when python3 is not Debian's.
set -eu
[ $# -eq 1 ] || { echo "usage: $0 FOLDER" >&2; exit 2; }
recipe=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1/deb" "$1/npm" "$1/out"
cd "$1"

for package in texlive-lang-chinese=2022.20230122-1 fonts-lxgw-wenkai=1.250+repack-1 unicode-data=15.0.0-1; do
	name=${package%%=*}
	[ -d "deb/$name" ] && continue
	apt-get download "$package"
	dpkg-deb -x "$name"_*.deb "deb/$name"
done
for name in noto-serif-sc noto-sans-sc; do
	[ -d "npm/$name" ] && continue
	npm pack --silent "@expo-google-fonts/$name@0.4.3"
	mkdir "npm/$name"
	tar xzf "expo-google-fonts-$name-0.4.3.tgz" --strip-components=1 -C "npm/$name"
done

fandol=deb/texlive-lang-chinese/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
wenkai=deb/fonts-lxgw-wenkai/usr/share/fonts/truetype/lxgw-wenkai
changes="Modified 2026-11: subset, format conversion to TrueType, full-width punctuation, vertical metrics; renamed."

make_face() { # SOURCE OUT OPTIONS...
	"${PYTHON:-python3}" "$recipe/mkfont.py" --unihan deb/unicode-data/usr/share/unicode "$@"
}
make_face $fandol/FandolFang-Regular.otf out/GongwenFang.ttf --level C --family 'Gongwen Fang' --chinese 公文仿 \
	--shift 76 --fstype 8 --notice "Modified 2026-11: CFF to TrueType outlines, subset, full-width glyphs raised 76 units, vertical metrics; renamed. GPLv3 with font exception (exception extended to this version)."
make_face $wenkai/LXGWWenKai-Light.ttf out/GongwenFangExt.ttf --level A --family 'Gongwen Fang Ext' --chinese 公文仿补 \
	--shift 25 --xscale 0.92 --not-in out/GongwenFang.ttf --notice "$changes"
make_face $wenkai/LXGWWenKai-Light.ttf out/GongwenFangOFL.ttf --level A --family 'Gongwen Fang OFL' --chinese 公文仿替 \
	--shift 25 --xscale 0.88 --notice "$changes"
make_face $wenkai/LXGWWenKai-Regular.ttf out/GongwenKai.ttf --level A --family 'Gongwen Kai' --chinese 公文楷 \
	--shift 25 --notice "$changes"
make_face npm/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf out/GongwenHei.ttf --level A --family 'Gongwen Hei' --chinese 公文黑 \
	--notice "$changes"
make_face npm/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf out/GongwenXBS.ttf --level A --family 'Gongwen Biaosong' --chinese 公文标宋 \
	--notice "$changes"
make_face npm/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf out/GongwenSong.ttf --level C --family 'Gongwen Song' --chinese 公文宋 \
	--notice "$changes"

# Liberation Serif stays as it is.
liberation=$(go mod download -json github.com/go-fonts/liberation@v0.3.3 | sed -n 's/^\t"Dir": "\(.*\)",*$/\1/p')
cp "$liberation/liberationserifregular/LiberationSerif-Regular.ttf" out/
chmod u+w out/LiberationSerif-Regular.ttf

cd out
sha256sum -c "$recipe/../faces/SHA256SUMS"
