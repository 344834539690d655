<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>InspectorTexts</name>
        <message numerus="yes">
            <source>seen %n time(s)</source>
            <translation>
                <numerusform>seen once</numerusform>
                <numerusform>seen %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReasoningTexts</name>
        <message numerus="yes">
            <source>and %n kinds of log lines that should stop</source>
            <translation>
                <numerusform>and %n kind of log line that should stop</numerusform>
                <numerusform>and %n kinds of log lines that should stop</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Verdict</name>
        <message numerus="yes">
            <source>proved by %n fact(s)</source>
            <translation>
                <numerusform>proved by %n fact</numerusform>
                <numerusform>proved by %n facts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>explains %1 of %n symptom(s)</source>
            <translation>
                <numerusform>explains %1 of %n symptom</numerusform>
                <numerusform>explains %1 of %n symptoms</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cause(s), proved</source>
            <translation>
                <numerusform>%n cause, proved</numerusform>
                <numerusform>%n causes, proved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %2 checks answered on %3 of %n node(s)</source>
            <translation>
                <numerusform>%1 of %2 checks answered on %3 of %n node</numerusform>
                <numerusform>%1 of %2 checks answered on %3 of %n nodes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::ChangesBar</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::TimelineView</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
    </context>
</TS>
