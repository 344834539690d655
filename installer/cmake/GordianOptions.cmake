# What a builder may choose, and the flags that follow from it.
include(FeatureSummary)
include(GNUInstallDirs)

option(GORDIAN_TESTS "Build the tests and benchmarks" ON)
option(GORDIAN_WINDOW "Build the desktop window; off: gordianctl alone" ON)
set(GORDIAN_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined or thread")
set(GORDIAN_PREFIX_CACHE "$ENV{HOME}/.cache/gordian" CACHE PATH "Where packages built from source are kept")

# Errors with the compilers that every change is built with; a newer one's new warning must not stop a user's build.
if((CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
   OR (CMAKE_CXX_COMPILER_ID STREQUAL Clang AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15))
    set(reference_compiler ON)
else()
    set(reference_compiler OFF)
endif()
option(GORDIAN_WERROR "Treat warnings as errors" ${reference_compiler})

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(GORDIAN_CCACHE ccache)
    if(GORDIAN_CCACHE)
        set(CMAKE_CXX_COMPILER_LAUNCHER ${GORDIAN_CCACHE})
    endif()
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
if(GORDIAN_WERROR)
    add_compile_options(-Werror)
endif()
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
                        QT_NO_FOREACH QT_STRICT_ITERATORS)
if(GORDIAN_SANITIZE)
    add_compile_options(-fsanitize=${GORDIAN_SANITIZE} -fno-omit-frame-pointer -g1)
    add_link_options(-fsanitize=${GORDIAN_SANITIZE})
endif()
