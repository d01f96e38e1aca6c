<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>App</name>
    <message numerus="yes">
        <source>%n new files</source>
        <translation>
            <numerusform>%n new file</numerusform>
            <numerusform>%n new files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListColumn</name>
    <message numerus="yes">
        <source>%n failed hidden</source>
        <translation>
            <numerusform>%n failed hidden</numerusform>
            <numerusform>%n failed hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n films</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden until you say what you see</source>
        <translation>
            <numerusform>%n hidden until you say what you see</numerusform>
            <numerusform>%n hidden until you say what you see</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>list</name>
    <message numerus="yes">
        <source>%n copies of the same image, shown once:</source>
        <translation>
            <numerusform>%n copy of the same image, shown once:</numerusform>
            <numerusform>%n copies of the same image, shown once:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n films folded away</source>
        <translation>
            <numerusform>%n film folded away</numerusform>
            <numerusform>%n films folded away</numerusform>
        </translation>
    </message>
</context>
</TS>
