#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build-sysroot.sh - cross-build a GTK 4 sysroot for 64-bit Windows (x86_64-w64-mingw32,
# MSVCRT ABI) from Debian trixie source packages, inside a debootstrapped trixie chroot.
#
#   ./build-sysroot.sh            everything, and the tarball that build.sh takes
#                                 (about 40 minutes; resumable: one stamp per package)
#   ./build-sysroot.sh PKG...     only these packages (ignores their stamps)
#
# Needs: root, debootstrap, a Debian mirror. Nothing else from the network.
# Layout:  $TOP/trixie   chroot          $TOP/w/dl      source packages
#          $TOP/w/src    unpacked        $TOP/w/build   build trees
#          $TOP/w/logs   one log each    $TOP/w/sysroot the result
#          $TOP/w/stamps, $TOP/w/times.tsv (package, seconds)
set -euo pipefail

HERE=$(cd "$(dirname "$0")" && pwd)
TOP=${TOP:-$(cd "$HERE/../.." && pwd)/build-windows/made}
MIRROR=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' 'Origin: Debian' | awk '$2!~/security/{print $1;exit}')}   # the mirror that this machine's apt uses; needs 'apt-get update' once
SUITE=${SUITE:-trixie}
ROOT=$TOP/trixie
W=$TOP/w
PREFIX=$W/sysroot
HOST=x86_64-w64-mingw32
JOBS=${JOBS:-$(nproc)}

# ---------------------------------------------------------------- outer part (on the machine)
if [ "${INNER:-}" != 1 ]; then
  mkdir -p "$W"/{dl,src,build,logs,stamps,sysroot}
  t0=$(date +%s)
  if [ ! -e "$W/stamps/chroot" ]; then
    command -v debootstrap >/dev/null || apt-get install -y --no-install-recommends debootstrap
    [ -x "$ROOT/usr/bin/apt-get" ] || nice -n 10 debootstrap --variant=minbase --include=ca-certificates,apt-utils,curl "$SUITE" "$ROOT" "$MIRROR"
    # bookworm deb-src: only for sources which the mirror lacks in trixie
    printf 'deb %s %s main\ndeb-src %s %s main\ndeb-src %s bookworm main\n' "$MIRROR" "$SUITE" "$MIRROR" "$SUITE" "$MIRROR" > "$ROOT/etc/apt/sources.list"
    cp /etc/resolv.conf "$ROOT/etc/resolv.conf"
  fi
  mountpoint -q "$ROOT/proc" || mount -t proc proc "$ROOT/proc"
  mountpoint -q "$ROOT/dev"  || mount --bind /dev "$ROOT/dev"
  mkdir -p "$ROOT$W"; mountpoint -q "$ROOT$W" || mount --bind "$W" "$ROOT$W"
  if [ ! -e "$W/stamps/chroot" ]; then
    chroot "$ROOT" apt-get update -qq 2>"$W/logs/chroot-apt-update.log"
    DEBIAN_FRONTEND=noninteractive nice -n 10 chroot "$ROOT" apt-get install -y --no-install-recommends \
      gcc-mingw-w64-x86-64-posix g++-mingw-w64-x86-64-posix mingw-w64-x86-64-dev mingw-w64-tools \
      gcc g++ libc6-dev make cmake meson ninja-build pkgconf nasm gettext gperf sassc ccache \
      autoconf automake libtool libltdl-dev autopoint tcl bison flex patch file curl bzip2 xz-utils zstd dpkg-dev \
      python3 python3-packaging python3-setuptools libglib2.0-bin libglib2.0-dev-bin libxml2-utils libgtk-4-bin \
      > "$W/logs/chroot-apt.log" 2>&1
    printf 'chroot\t%s\n' $(( $(date +%s) - t0 )) >> "$W/times.tsv"; touch "$W/stamps/chroot"
  fi
  cp "$0" "$W/build-sysroot.sh.$$"; mv "$W/build-sysroot.sh.$$" "$W/build-sysroot.sh"   # a new inode: another run may be reading the old one
  chroot "$ROOT" env -i INNER=1 TOP="$TOP" JOBS="$JOBS" MIRROR="$MIRROR" HOME=/root LC_ALL=C.UTF-8 \
       PATH=/usr/lib/ccache:/usr/sbin:/usr/bin:/sbin:/bin nice -n 10 bash "$W/build-sysroot.sh" "$@"
  exec env TOP="$TOP" bash "$HERE/pack-sysroot.sh"
fi

# ---------------------------------------------------------------- inner part (in the chroot)
export CCACHE_DIR=$W/ccache
# depend_mode: no extra preprocessor run per file; with mingw's big headers a cold build is almost twice as fast
mkdir -p $CCACHE_DIR; printf 'depend_mode = true\nmax_size = 3G\ncompression_level = 1\n' > $CCACHE_DIR/ccache.conf
export PKG_CONFIG_LIBDIR=$PREFIX/lib/pkgconfig:$PREFIX/share/pkgconfig
unset PKG_CONFIG_PATH
OPT="-O2 -pipe"
mkdir -p "$PREFIX"/{bin,lib/pkgconfig,include}

cat > $W/cross.meson <<EOF
[constants]
prefix = '$PREFIX'
[binaries]
c = ['ccache', '$HOST-gcc-posix']
cpp = ['ccache', '$HOST-g++-posix']
ar = '$HOST-gcc-ar-posix'
nm = '$HOST-gcc-nm-posix'
strip = '$HOST-strip'
windres = '$HOST-windres'
dlltool = '$HOST-dlltool'
pkg-config = 'pkg-config'
cmake = 'false'
glib-compile-resources = '/usr/bin/glib-compile-resources'
glib-compile-schemas = '/usr/bin/glib-compile-schemas'
glib-mkenums = '/usr/bin/glib-mkenums'
glib-genmarshal = '/usr/bin/glib-genmarshal'
gdbus-codegen = '/usr/bin/gdbus-codegen'
[built-in options]
c_args = ['-I' + prefix / 'include']
cpp_args = ['-I' + prefix / 'include']
c_link_args = ['-L' + prefix / 'lib']
cpp_link_args = ['-L' + prefix / 'lib']
[properties]
pkg_config_libdir = [prefix / 'lib/pkgconfig', prefix / 'share/pkgconfig']
needs_exe_wrapper = true
growing_stack = false
[host_machine]
system = 'windows'
cpu_family = 'x86_64'
cpu = 'x86_64'
endian = 'little'
EOF
cat > $W/toolchain.cmake <<EOF
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER $HOST-gcc-posix)
set(CMAKE_CXX_COMPILER $HOST-g++-posix)
set(CMAKE_C_COMPILER_LAUNCHER ccache)
set(CMAKE_CXX_COMPILER_LAUNCHER ccache)
set(CMAKE_RC_COMPILER $HOST-windres)
set(CMAKE_FIND_ROOT_PATH $PREFIX /usr/$HOST)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
EOF

# unpack SOURCE [noskip] : fetch with apt (hash-checked), unpack with Debian's patches into $W/src/SOURCE
# If the mirror lacks the .dsc or the debian tarball, take the orig tarball alone, checked against the index.
unpack() {
  local p=$1 vers=${2:-} ver f sum base
  cd $W/dl
  if apt-get source --download-only -qq $p${vers:+=$vers} && ls ${p}_*.dsc >/dev/null 2>&1; then
    rm -rf $W/src/$p
    dpkg-source --no-check -x "$(ls -v ${p}_*.dsc | tail -1)" $W/src/$p
  else
    echo "NOTE $p: incomplete on the mirror, using the pristine orig tarball (no Debian patches)"
    ver=
    while read -r sum _ f; do
      case $f in *.orig.tar.*z|*.orig.tar.*z2) ;; *) continue;; esac
      [ -e "$f" ] && echo "$sum  $f" | sha256sum -c --quiet && { ver=$f; break; }
      base=$(apt-cache showsrc --only-source $p | awk '/^Directory:/{print $2; exit}')
      curl -fsS -o "$f" "$MIRROR/$base/$f" && echo "$sum  $f" | sha256sum -c --quiet && { ver=$f; break; }
      rm -f "$f"
    done <<SUMS
$(apt-cache showsrc --only-source $p | awk '/^Checksums-Sha256:/{on=1;next} /^[^ ]/{on=0} on&&NF==3')
SUMS
    [ -n "$ver" ] || { echo "no source for $p"; return 1; }
    rm -rf $W/src/$p; mkdir -p $W/src/$p; tar xf "$ver" -C $W/src/$p --strip-components=1
  fi
}

mb() { # mb SOURCE [meson options]   meson build
  local p=$1; shift; local s=$W/src/$p b=$W/build/$p
  rm -rf $b
  meson setup $b $s --cross-file $W/cross.meson --prefix=$PREFIX --libdir=lib --buildtype=release \
    -Doptimization=2 -Ddebug=false --default-library=shared --wrap-mode=nofallback -Dpkgconfig.relocatable=true "$@"
  ninja -C $b -j$JOBS
  meson install -C $b --no-rebuild >/dev/null
}
cb() { # cb SOURCE[/sub] [cmake options]   cmake build
  local p=$1; shift; local s=$W/src/$p b=$W/build/${p%%/*}
  rm -rf $b
  cmake -S $s -B $b -G Ninja -DCMAKE_TOOLCHAIN_FILE=$W/toolchain.cmake -DCMAKE_INSTALL_PREFIX=$PREFIX -DCMAKE_INSTALL_LIBDIR=lib \
    -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE="-O2 -DNDEBUG" -DCMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG" \
    -DCMAKE_PREFIX_PATH=$PREFIX -DCMAKE_POLICY_VERSION_MINIMUM=3.5 -DBUILD_SHARED_LIBS=ON "$@"
  ninja -C $b -j$JOBS
  ninja -C $b install >/dev/null
}
ab() { # ab SOURCE[/sub] [configure options]   autotools build
  local p=$1; shift; local s=$W/src/$p b=$W/build/${p%%/*}
  rm -rf $b; mkdir -p $b; cd $b
  $s/configure --host=$HOST --build=x86_64-linux-gnu --prefix=$PREFIX --disable-static --enable-shared \
    CC="ccache $HOST-gcc-posix" CXX="ccache $HOST-g++-posix" CFLAGS="$OPT" CXXFLAGS="$OPT" \
    CPPFLAGS="-I$PREFIX/include" LDFLAGS="-L$PREFIX/lib" "$@"
  make -j$JOBS
  make install >/dev/null
}

b_zlib() {   # by hand: Debian's dfsg tarball has no win32/ folder
  unpack zlib
  cd $W/src/zlib
  $HOST-gcc-posix -shared $OPT -DZLIB_DLL -DZLIB_INTERNAL -o zlib1.dll -Wl,--out-implib,libz.dll.a \
    adler32.c compress.c crc32.c deflate.c gzclose.c gzlib.c gzread.c gzwrite.c infback.c inffast.c inflate.c inftrees.c trees.c uncompr.c zutil.c
  install -m755 zlib1.dll $PREFIX/bin/; install -m644 libz.dll.a $PREFIX/lib/; install -m644 zlib.h zconf.h $PREFIX/include/
  printf 'prefix=%s\nName: zlib\nDescription: compression library\nVersion: 1.3.1\nLibs: -L${prefix}/lib -lz\nCflags: -I${prefix}/include\n' $PREFIX > $PREFIX/lib/pkgconfig/zlib.pc
}
b_libffi() {
  unpack libffi; cd $W/src/libffi; [ -x configure ] || autoreconf -fi
  ab libffi --disable-docs --disable-multi-os-directory --disable-exec-static-tramp
}
b_pcre2() {
  unpack pcre2
  cb pcre2 -DBUILD_STATIC_LIBS=OFF -DPCRE2_BUILD_PCRE2GREP=OFF -DPCRE2_BUILD_TESTS=OFF -DPCRE2_SUPPORT_JIT=ON
}
# iconv(): a DLL out of the public-domain win_iconv.c which GLib carries
b_iconv() {
  [ -d $W/src/glib2.0 ] || unpack glib2.0
  mkdir -p $W/build/iconv; cd $W/build/iconv
  cat > $PREFIX/include/iconv.h <<'EOF'
/* Interface of win_iconv.c (public domain, as carried by GLib). */
#ifndef SYSROOT_ICONV_H
#define SYSROOT_ICONV_H
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef void *iconv_t;
iconv_t iconv_open (const char *tocode, const char *fromcode);
int iconv_close (iconv_t cd);
size_t iconv (iconv_t cd, char **inbuf, size_t *inbytesleft, char **outbuf, size_t *outbytesleft);
#ifdef __cplusplus
}
#endif
#endif
EOF
  # compiled on its own (not #included), with const dropped so that it matches the POSIX prototype
  sed 's/const char \*\*inbuf/char **inbuf/' $W/src/glib2.0/glib/win_iconv.c > win_iconv.c
  $HOST-gcc-posix $OPT -w -c win_iconv.c -o win_iconv.o
  # a DLL, for libtool will not put a static library into libintl's DLL
  $HOST-gcc-posix -shared -s -o iconv.dll win_iconv.o -Wl,--export-all-symbols -Wl,--out-implib,libiconv.dll.a
  install -m755 iconv.dll $PREFIX/bin/; install -m644 libiconv.dll.a $PREFIX/lib/; rm -f $PREFIX/lib/libiconv.a
}
b_intl() {
  unpack gettext
  mkdir -p $W/build; : > $W/build/config.h     # intl's makefile wants a ../config.h to depend on
  ab gettext/gettext-runtime/intl --with-included-gettext --enable-threads=windows --with-libiconv-prefix=$PREFIX
  ls -l $PREFIX/include/libintl.h $PREFIX/lib/libintl.dll.a
}
b_glib() {
  unpack glib2.0
  mb glib2.0 -Dtests=false -Dintrospection=disabled -Dman-pages=disabled -Ddocumentation=false -Dlibelf=disabled \
     -Dglib_debug=disabled -Dnls=enabled
}
b_libpng() { unpack libpng1.6; ab libpng1.6 --disable-tests --disable-tools; }
b_jpeg() {   # absolute LIBDIR: its own GNUInstallDirs makes a relative one absolute from the working directory
  unpack libjpeg-turbo; cb libjpeg-turbo -DENABLE_STATIC=OFF -DWITH_TURBOJPEG=OFF -DWITH_JPEG8=OFF -DCMAKE_INSTALL_LIBDIR=$PREFIX/lib; }
b_tiff() {
  unpack tiff
  cb tiff -Dtiff-tools=OFF -Dtiff-tests=OFF -Dtiff-contrib=OFF -Dtiff-docs=OFF -Dcxx=OFF -Djpeg=OFF -Dlzma=OFF -Dzstd=OFF -Dwebp=OFF -Djbig=OFF -Dlerc=OFF -Dlibdeflate=OFF
}
b_freetype() { unpack freetype; mb freetype -Dharfbuzz=disabled -Dbrotli=disabled -Dbzip2=disabled -Dpng=enabled -Dzlib=system; }
b_expat() { unpack expat; cb expat/expat -DEXPAT_BUILD_TOOLS=OFF -DEXPAT_BUILD_EXAMPLES=OFF -DEXPAT_BUILD_TESTS=OFF -DEXPAT_BUILD_DOCS=OFF; }
b_fontconfig() {   # DLL_EXPORT: its DllMain finds etc/fonts beside the DLL's own folder (Meson builds forget the define)
  unpack fontconfig; mb fontconfig -Dc_args="-I$PREFIX/include -DDLL_EXPORT" -Ddoc=disabled -Dtests=disabled -Dtools=disabled -Dnls=disabled -Dcache-build=disabled
}
b_fribidi() { unpack fribidi; mb fribidi -Ddocs=false -Dbin=false -Dtests=false; }
b_harfbuzz() {
  unpack harfbuzz
  mb harfbuzz -Dglib=enabled -Dgobject=disabled -Dcairo=disabled -Dicu=disabled -Dfreetype=enabled -Dgdi=enabled -Ddirectwrite=enabled \
     -Dtests=disabled -Ddocs=disabled -Dutilities=disabled -Dintrospection=disabled -Dchafa=disabled
}
b_pixman() { unpack pixman; mb pixman -Dtests=disabled -Ddemos=disabled -Dgtk=disabled -Dlibpng=disabled -Dopenmp=disabled; }
b_cairo() {
  unpack cairo
  mb cairo -Ddwrite=enabled -Dfontconfig=enabled -Dfreetype=enabled -Dpng=enabled -Dzlib=enabled -Dglib=enabled -Dtee=disabled \
     -Dxlib=disabled -Dxcb=disabled -Dquartz=disabled -Dtests=disabled -Dlzo=disabled -Dspectre=disabled -Dsymbol-lookup=disabled
}
b_pango() {
  unpack pango1.0
  mb pango1.0 -Dintrospection=disabled -Dfontconfig=enabled -Dfreetype=enabled -Dcairo=enabled -Dlibthai=disabled -Dxft=disabled \
     -Dbuild-testsuite=false -Dbuild-examples=false
}
b_gdkpixbuf() {
  unpack gdk-pixbuf
  mb gdk-pixbuf -Dpng=enabled -Djpeg=enabled -Dtiff=disabled -Dgif=enabled -Dothers=disabled -Dbuiltin_loaders=all \
     -Dintrospection=disabled -Dman=false -Dgtk_doc=false -Dtests=false -Dinstalled_tests=false -Drelocatable=true
}
b_graphene() { unpack graphene; mb graphene -Dintrospection=disabled -Dtests=false -Dinstalled_tests=false; }
b_epoxy() { unpack libepoxy; mb libepoxy -Dtests=false -Degl=no -Dglx=no -Dx11=false; }
b_gtk4() {
  unpack gtk4
  mb gtk4 -Dwin32-backend=true -Dx11-backend=false -Dwayland-backend=false -Dmedia-gstreamer=disabled -Dprint-cups=disabled \
     -Dvulkan=disabled -Dintrospection=disabled -Ddocumentation=false -Dman-pages=false \
     -Dbuild-demos=false -Dbuild-tests=false -Dbuild-testsuite=false -Dbuild-examples=false
}
b_sqlite() {
  unpack sqlite3
  rm -rf $W/build/sqlite3; mkdir -p $W/build/sqlite3; cd $W/build/sqlite3
  $W/src/sqlite3/configure --disable-tcl --disable-readline >/dev/null
  make sqlite3.c sqlite3.h
  ccache $HOST-gcc-posix $OPT -c sqlite3.c -o sqlite3.o -DSQLITE_API='__declspec(dllexport)' -DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_FTS3 \
    -DSQLITE_ENABLE_RTREE -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_MATH_FUNCTIONS -DSQLITE_ENABLE_DBSTAT_VTAB -DSQLITE_SECURE_DELETE -DSQLITE_MAX_VARIABLE_NUMBER=250000 \
    -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK
  $HOST-gcc-posix -shared -o libsqlite3-0.dll sqlite3.o -Wl,--out-implib,libsqlite3.dll.a
  install -m755 libsqlite3-0.dll $PREFIX/bin/; install -m644 libsqlite3.dll.a $PREFIX/lib/
  install -m644 sqlite3.h $W/src/sqlite3/src/sqlite3ext.h $PREFIX/include/
  printf 'prefix=%s\nName: SQLite\nDescription: SQL database engine\nVersion: %s\nLibs: -L${prefix}/lib -lsqlite3\nCflags: -I${prefix}/include\n' \
    $PREFIX "$(cat $W/src/sqlite3/VERSION)" > $PREFIX/lib/pkgconfig/sqlite3.pc
}
b_poppler() {
  unpack poppler
  cb poppler -DENABLE_GLIB=ON -DENABLE_GOBJECT_INTROSPECTION=OFF -DENABLE_CPP=OFF -DENABLE_QT5=OFF -DENABLE_QT6=OFF -DENABLE_UTILS=OFF \
    -DENABLE_BOOST=OFF -DENABLE_LCMS=OFF -DENABLE_LIBCURL=OFF -DENABLE_LIBOPENJPEG=none -DENABLE_LIBTIFF=OFF -DENABLE_NSS3=OFF -DENABLE_GPGME=OFF \
    -DENABLE_DCTDECODER=libjpeg -DBUILD_GTK_TESTS=OFF -DBUILD_CPP_TESTS=OFF -DBUILD_MANUAL_TESTS=OFF -DBUILD_QT5_TESTS=OFF -DBUILD_QT6_TESTS=OFF \
    -DRUN_GPERF_IF_PRESENT=OFF -DGLIB2_MKENUMS=/usr/bin/glib-mkenums
}
b_xlsxwriter() {
  unpack libxlsxwriter 1.1.4-2     # 1.2.1 of trixie is not on this mirror
  cd $W/src/libxlsxwriter
  sed -i 's/find_package(ZLIB REQUIRED "1.0")/find_package(ZLIB 1.0 REQUIRED)/' CMakeLists.txt   # CMake 3.31 takes "1.0" for a component
  # upstream switches its UTF-8 file names off under MinGW ("#ifdef __MINGW32__ #undef _WIN32"): switch them on again
  sed -i 's/^#undef _WIN32$//' src/packager.c src/utility.c
  sed -i '/third_party\/minizip\/ioapi.c/,/iowin32.c/s/if(MSVC)/if(WIN32)/' CMakeLists.txt
  # and its temporary files: TMP read and opened as UTF-16, or a user name such as "Nguyễn" breaks every workbook
  python3 - <<'EOF'
f = 'third_party/tmpfileplus/tmpfileplus.c'; s = open(f).read()
helper = r"""
#ifdef _WIN32
#include <windows.h>
#include <wchar.h>
static int u8_wide(const char *s, wchar_t *w) { return MultiByteToWideChar(CP_UTF8, 0, s, -1, w, 1024) > 0; }
static int u8_open(const char *s, int oflag, int pmode) { wchar_t w[1024]; return u8_wide(s, w) ? _wopen(w, oflag, pmode) : -1; }
static char *u8_getenv(const char *name)
{
	static char buf[2][3 * 1024]; static int k;
	wchar_t n[64], *v;
	if (MultiByteToWideChar(CP_UTF8, 0, name, -1, n, 64) <= 0 || !(v = _wgetenv(n))) return NULL;
	k = !k;
	return WideCharToMultiByte(CP_UTF8, 0, v, -1, buf[k], sizeof(buf[k]), NULL, NULL) > 0 ? buf[k] : NULL;
}
static int u8_isdir(const char *s) { wchar_t w[1024]; DWORD a; return u8_wide(s, w) && (a = GetFileAttributesW(w)) != INVALID_FILE_ATTRIBUTES && (a & FILE_ATTRIBUTE_DIRECTORY); }
#endif
"""
i = s.index('/** Call getenv and save a copy in buf */')
s = s[:i] + helper + s[i:]
s = s.replace('#define OPEN_ _open\n', '#define OPEN_ u8_open\n')
s = s.replace('char *ptr = getenv(varname);', '#ifdef _WIN32\n\tchar *ptr = u8_getenv(varname);\n#else\n\tchar *ptr = getenv(varname);\n#endif')
s = s.replace('if (!tmpdir || !is_valid_dir(tmpdir)) {', '#ifdef _WIN32\n\tif (!tmpdir || !u8_isdir(tmpdir)) {\n#else\n\tif (!tmpdir || !is_valid_dir(tmpdir)) {\n#endif')
open(f, 'w').write(s)
EOF
  cb libxlsxwriter -DUSE_SYSTEM_MINIZIP=OFF -DBUILD_TESTS=OFF -DBUILD_EXAMPLES=OFF
}
b_libzip() {
  unpack libzip
  cb libzip -DCMAKE_C_FLAGS="-Wno-incompatible-pointer-types" -DENABLE_COMMONCRYPTO=OFF -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_OPENSSL=OFF -DENABLE_WINDOWS_CRYPTO=OFF \
    -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF -DENABLE_ZSTD=OFF -DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF -DBUILD_OSSFUZZ=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF
}
b_jansson() { unpack jansson; cb jansson -DJANSSON_BUILD_DOCS=OFF -DJANSSON_EXAMPLES=OFF -DJANSSON_WITHOUT_TESTS=ON -DJANSSON_BUILD_SHARED_LIBS=ON; }
ALL="zlib libffi pcre2 iconv intl glib libpng jpeg tiff freetype expat fontconfig fribidi harfbuzz pixman cairo pango gdkpixbuf graphene epoxy gtk4 sqlite poppler xlsxwriter libzip jansson"
force=; [ $# -gt 0 ] && { ALL="$*"; force=1; }
T0=$(date +%s)
for p in $ALL; do
  [ -z "$force" ] && [ -e $W/stamps/$p ] && continue
  t=$(date +%s); echo "== $p $(date +%T)"
  set +e; ( set -e; b_$p ) > $W/logs/$p.log 2>&1; rc=$?; set -e   # not inside 'if': that would switch -e off
  if [ $rc = 0 ]; then
    touch $W/stamps/$p; printf '%s\t%s\n' $p $(( $(date +%s) - t )) | tee -a $W/times.tsv
  else
    echo "FAILED $p (see $W/logs/$p.log)"; tail -25 $W/logs/$p.log; exit 1
  fi
done
echo "done in $(( $(date +%s) - T0 )) s"
