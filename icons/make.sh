#!/bin/sh
# Regenerates png/grantscope-N.png, grantscope.ico and grantscope.icns from the
# SVG files beside this script. Needs rsvg-convert and python3; running it twice
# gives the same bytes.
set -eu
cd "$(dirname "$0")"

missing=
command -v rsvg-convert >/dev/null 2>&1 || missing="$missing rsvg-convert (Debian: librsvg2-bin)"
command -v python3 >/dev/null 2>&1 || missing="$missing${missing:+,} python3"
if [ -n "$missing" ]; then
    echo "icons/make.sh: missing$missing" >&2
    exit 1
fi

mac=$(mktemp -d)
trap 'rm -rf "$mac"' EXIT
trap 'exit 1' HUP INT TERM

# The small sizes have drawings of their own, fitted to the pixel grid.
mkdir -p png
for n in 16 24 32 48 64 128 256 512; do
    case $n in
        16)    svg=grantscope-small.svg ;;
        24|48) svg=grantscope-24.svg ;;
        32)    svg=grantscope-32.svg ;;
        *)     svg=grantscope.svg ;;
    esac
    rsvg-convert -w "$n" -h "$n" -o "png/grantscope-$n.png" "$svg"
done

# macOS draws its tiles on 824 of 1024 units, so the large ICNS entries get a
# wider border than the files other systems use: 480 / 596 = 824 / 1024.
sed 's/viewBox="0 0 512 512"/viewBox="-42 -42 596 596"/' grantscope.svg >"$mac/padded.svg"
if cmp -s grantscope.svg "$mac/padded.svg"; then
    echo "icons/make.sh: grantscope.svg no longer has viewBox=\"0 0 512 512\"" >&2
    exit 1
fi
cp png/grantscope-16.png png/grantscope-32.png png/grantscope-64.png "$mac"
for n in 128 256 512; do
    rsvg-convert -w "$n" -h "$n" -o "$mac/grantscope-$n.png" "$mac/padded.svg"
done

python3 - "$mac" <<'PYTHON'
import struct
import sys


def png(folder, size):
    with open(f"{folder}/grantscope-{size}.png", "rb") as f:
        data = f.read()
    if data[:8] != b"\x89PNG\r\n\x1a\n" or struct.unpack(">II", data[16:24]) != (size, size):
        sys.exit(f"icons/make.sh: {f.name} is not a {size} x {size} PNG")
    return data


# ICO: header, one 16-byte directory entry per image, then the PNG files.
sizes = (16, 24, 32, 48, 64, 128, 256)
images = [png("png", n) for n in sizes]
ico = struct.pack("<HHH", 0, 1, len(sizes))
offset = len(ico) + 16 * len(sizes)
for n, data in zip(sizes, images):
    # A width or height of 256 is written as 0.
    ico += struct.pack("<BBBBHHII", n % 256, n % 256, 0, 0, 1, 32, len(data), offset)
    offset += len(data)
with open("grantscope.ico", "wb") as f:
    f.write(ico + b"".join(images))

# ICNS: header, then chunks of type, length (with these 8 bytes) and PNG file.
types = (("icp4", 16), ("icp5", 32), ("ic11", 32), ("ic12", 64), ("ic07", 128),
         ("ic08", 256), ("ic13", 256), ("ic09", 512), ("ic14", 512))
body = b""
for kind, n in types:
    data = png(sys.argv[1], n)
    body += kind.encode() + struct.pack(">I", 8 + len(data)) + data
with open("grantscope.icns", "wb") as f:
    f.write(b"icns" + struct.pack(">I", 8 + len(body)) + body)
PYTHON
