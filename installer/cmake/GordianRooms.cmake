# The kinds of target this project has. Every room is a static library that its tests link.

# gordian_generated: what a source may include that a tool writes (moc's files; resources and translations are
# compiled beside the sources and never included). With it built, any file can be analysed without compiling others:
# moc reads headers alone, so it waits for no library.
set(CMAKE_GLOBAL_AUTOGEN_TARGET ON)
set(CMAKE_GLOBAL_AUTOGEN_TARGET_NAME gordian_generated)
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)

# gordian_add_room(NAME SOURCES ... LINK ...): app/NAME as gordian_NAME, included as "NAME/header.h".
function(gordian_add_room name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(gordian_${name} STATIC ${ARG_SOURCES})
    target_include_directories(gordian_${name} PUBLIC ${CMAKE_SOURCE_DIR}/app)
    target_link_libraries(gordian_${name} PUBLIC Qt6::Core ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
endfunction()

# gordian_add_screen(NAME ...): ui/NAME as gordian_ui_NAME, included as "NAME/header.h" from ui/.
function(gordian_add_screen name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(gordian_ui_${name} STATIC ${ARG_SOURCES})
    target_include_directories(gordian_ui_${name} PUBLIC ${CMAKE_SOURCE_DIR}/ui ${CMAKE_SOURCE_DIR}/app)
    target_link_libraries(gordian_ui_${name} PUBLIC Qt6::Widgets ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
endfunction()

# gordian_add_plugin(NAME CLASS Class SOURCES ... LINK ...): plugins/NAME, built in as a static Qt plugin. Its
# knowledge pack (pack/*.json) is embedded below :/gordian/packs/NAME/.
function(gordian_add_plugin name)
    cmake_parse_arguments(ARG "" "CLASS" "SOURCES;LINK" ${ARGN})
    file(GLOB packs CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} pack/*.json)
    add_library(gordian_plugin_${name} STATIC ${ARG_SOURCES})
    target_compile_definitions(gordian_plugin_${name} PRIVATE QT_STATICPLUGIN)
    target_include_directories(gordian_plugin_${name} PUBLIC ${CMAKE_SOURCE_DIR}/app ${CMAKE_SOURCE_DIR}/plugins)
    target_link_libraries(gordian_plugin_${name} PUBLIC gordian_sdk PRIVATE ${ARG_LINK})
    qt_add_resources(gordian_plugin_${name} pack_${name} PREFIX /gordian/packs/${name} BASE pack FILES ${packs})
    set_property(GLOBAL APPEND PROPERTY GORDIAN_PLUGINS gordian_plugin_${name})
    set_property(GLOBAL APPEND PROPERTY GORDIAN_PLUGIN_CLASSES ${ARG_CLASS})
endfunction()

# gordian_add_test(KIND NAME SOURCES ... LINK ...): one QtTest program, labelled with its folder.
function(gordian_add_test kind name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK" ${ARGN})
    if(NOT ARG_SOURCES)
        set(ARG_SOURCES ${name}.cpp)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/app ${CMAKE_SOURCE_DIR}/ui)
    target_link_libraries(${name} PRIVATE Qt6::Test ${ARG_LINK})
    # Only where it is used: a path of this clone in every command would keep compiled objects from serving another.
    foreach(source IN LISTS ARG_SOURCES)
        file(STRINGS ${source} uses REGEX GORDIAN_SOURCE_DIR)
        if(uses)
            set_source_files_properties(${source} PROPERTIES COMPILE_DEFINITIONS
                                        GORDIAN_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
        endif()
    endforeach()
    add_test(NAME ${name} COMMAND ${name})
    # CTest's limit is the one that counts: Qt's own, of five minutes a function, ends long tables on busy machines.
    math(EXPR milliseconds "${ARG_TIMEOUT} * 1000")
    set_tests_properties(${name} PROPERTIES LABELS ${kind} TIMEOUT ${ARG_TIMEOUT}
                         ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=${milliseconds}")
endfunction()
