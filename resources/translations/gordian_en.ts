<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>gordian::ui::AddNodesPanel</name>
    <message numerus="yes">
        <source>All %n of them</source>
        <translation>
            <numerusform>All %n of them</numerusform>
            <numerusform>All %n of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::CollectModel</name>
    <message numerus="yes">
        <source>, %n could not be read</source>
        <translation>
            <numerusform>, %n could not be read</numerusform>
            <numerusform>, %n could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::CollectPage</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Collecting from %n machine(s)</source>
        <translation>
            <numerusform>Collecting from %n machine</numerusform>
            <numerusform>Collecting from %n machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::DiscoveredPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cluster has %n more machine(s)</source>
        <translation>
            <numerusform>The cluster has %n more machine</numerusform>
            <numerusform>The cluster has %n more machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n machine(s)</source>
        <translation>
            <numerusform>Add %n machine</numerusform>
            <numerusform>Add %n machines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::FirstVerdict</name>
    <message numerus="yes">
        <source>explains %n symptom(s)</source>
        <translation>
            <numerusform>explains %n symptom</numerusform>
            <numerusform>explains %n symptoms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cause(s)</source>
        <translation>
            <numerusform>%n more cause</numerusform>
            <numerusform>%n more causes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::FixesPage</name>
    <message numerus="yes">
        <source>Collect again afterwards: the cause should be gone, and with it %n symptom(s).</source>
        <translation>
            <numerusform>Collect again afterwards: the cause should be gone, and with it %n symptom.</numerusform>
            <numerusform>Collect again afterwards: the cause should be gone, and with it %n symptoms.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::GapsPanel</name>
    <message numerus="yes">
        <source>%n question(s) without an answer</source>
        <translation>
            <numerusform>%n question without an answer</numerusform>
            <numerusform>%n questions without an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::HostKeysPanel</name>
    <message numerus="yes">
        <source>%n machine(s) show a key that this computer does not know yet</source>
        <translation>
            <numerusform>%n machine shows a key that this computer does not know yet</numerusform>
            <numerusform>%n machines show keys that this computer does not know yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>T&amp;rust %n and connect</source>
        <translation>
            <numerusform>T&amp;rust %n and connect</numerusform>
            <numerusform>T&amp;rust %n and connect</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::MendingCard</name>
    <message numerus="yes">
        <source>Show all %n line(s)</source>
        <translation>
            <numerusform>Show all %n line</numerusform>
            <numerusform>Show all %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::MendingPanel</name>
    <message numerus="yes">
        <source>&amp;Apply %n step(s) on %1</source>
        <translation>
            <numerusform>&amp;Apply %n step on %1</numerusform>
            <numerusform>&amp;Apply %n steps on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::NodesPanel</name>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n machine</numerusform>
            <numerusform>%n machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Collect again from %n machine(s)</source>
        <translation>
            <numerusform>&amp;Collect again from %n machine</numerusform>
            <numerusform>&amp;Collect again from %n machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Connect to %n machine(s) and collect</source>
        <translation>
            <numerusform>&amp;Connect to %n machine and collect</numerusform>
            <numerusform>&amp;Connect to %n machines and collect</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::Rail</name>
    <message numerus="yes">
        <source>%n cause(s)</source>
        <translation>
            <numerusform>%n cause</numerusform>
            <numerusform>%n causes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
</TS>
