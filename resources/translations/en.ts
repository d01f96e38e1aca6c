<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>list</name>
    <message numerus="yes">
        <source>%n copies of the same image, shown once:</source>
        <translation>
            <numerusform>%n copy of the same image, shown once:</numerusform>
            <numerusform>%n copies of the same image, shown once:</numerusform>
        </translation>
    </message>
</context>
</TS>
