module tongbao-ci/linebreaks

go 1.26.0

toolchain go1.26.8

require github.com/go-text/typesetting v0.3.5
