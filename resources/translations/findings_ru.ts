<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
    <context>
        <name>EvidenceTexts</name>
        <message>
            <source>The command was ended at its time limit; this is what came until then.</source>
            <translation>Команда остановлена по истечении отведённого времени; вот что она успела вывести.</translation>
        </message>
        <message>
            <source>None of the programs that this command needs is installed on the node.</source>
            <translation>На узле нет ни одной из программ, которые нужны этой команде.</translation>
        </message>
        <message>
            <source>There is nothing to ask on this node (%1).</source>
            <translation>На этом узле спрашивать не о чем (%1).</translation>
        </message>
        <message>
            <source>The account may not run this. With root's rights there would be an answer.</source>
            <translation>У этой учётной записи нет прав. С правами root ответ был бы.</translation>
        </message>
        <message>
            <source>This was not collected (%1). Collect again to have it.</source>
            <translation>Это не собрано (%1). Соберите ещё раз, чтобы получить.</translation>
        </message>
        <message>
            <source>Whole output (%1)</source>
            <translation>Весь вывод (%1)</translation>
        </message>
        <message>
            <source>Standard error (%1)</source>
            <translation>Вывод ошибок (%1)</translation>
        </message>
        <message>
            <source>exit code %1</source>
            <translation>код возврата %1</translation>
        </message>
        <message>
            <source>The command printed %1; %2 of it were kept.</source>
            <translation>Команда вывела %1; из них сохранено %2.</translation>
        </message>
        <message>
            <source>The command printed more than was kept.</source>
            <translation>Команда вывела больше, чем сохранено.</translation>
        </message>
        <message>
            <source>The command printed nothing.</source>
            <translation>Команда ничего не вывела.</translation>
        </message>
        <message>
            <source>**%1**, `%2`, lines %3–%4:</source>
            <translation>**%1**, `%2`, строки %3–%4:</translation>
        </message>
    </context>
    <context>
        <name>FindingsNames</name>
        <message>
            <source>%1 on %2</source>
            <translation>%1 на %2</translation>
        </message>
    </context>
    <context>
        <name>GraphContent</name>
        <message>
            <source>%1 on %2</source>
            <translation>%1 на %2</translation>
        </message>
        <message>
            <source>blocked by %1</source>
            <translation>ждёт: %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 on %2: %3</source>
            <translation>%1 на %2: %3</translation>
        </message>
        <message>
            <source> (the cause is here)</source>
            <translation> (причина здесь)</translation>
        </message>
    </context>
    <context>
        <name>GraphPainter</name>
        <message>
            <source>cluster</source>
            <translation>кластер</translation>
        </message>
        <message>
            <source>not a real need</source>
            <translation>на деле не нужно</translation>
        </message>
    </context>
    <context>
        <name>InspectorTexts</name>
        <message numerus="yes">
            <source>seen %n time(s)</source>
            <translation>
                <numerusform>встречено %n раз</numerusform>
                <numerusform>встречено %n раза</numerusform>
                <numerusform>встречено %n раз</numerusform>
            </translation>
        </message>
        <message>
            <source>open at line %1</source>
            <translation>открыть на строке %1</translation>
        </message>
        <message>
            <source>open</source>
            <translation>открыть</translation>
        </message>
        <message>
            <source>copy</source>
            <translation>копировать</translation>
        </message>
        <message>
            <source>only seems to be needed: %1</source>
            <translation>нужен только с виду: %1</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>Нужны</translation>
        </message>
        <message>
            <source>blocked by %1: look there first</source>
            <translation>ждёт: %1 — сначала смотрите туда</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>Проверки</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Что делать</translation>
        </message>
        <message>
            <source>How it leads to what you see</source>
            <translation>Как это приводит к тому, что вы видите</translation>
        </message>
        <message>
            <source>What proves it</source>
            <translation>Что это доказывает</translation>
        </message>
        <message>
            <source>What speaks for it</source>
            <translation>Что говорит за</translation>
        </message>
        <message>
            <source>What speaks against it</source>
            <translation>Что говорит против</translation>
        </message>
        <message>
            <source>What would settle it</source>
            <translation>Что решило бы вопрос</translation>
        </message>
        <message>
            <source>Ruled out</source>
            <translation>Исключено</translation>
        </message>
        <message>
            <source>What was examined</source>
            <translation>Что исследовано</translation>
        </message>
        <message>
            <source>%1 on %2: %3</source>
            <translation>%1 на %2: %3</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>и ещё %n</numerusform>
                <numerusform>и ещё %n</numerusform>
                <numerusform>и ещё %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Обзор</translation>
        </message>
        <message>
            <source>Collect from a node, or open a file or a pasted log: what is found appears here as it comes.</source>
            <translation>Соберите данные с узла, откройте файл или вставьте журнал: находки появятся здесь по мере поступления.</translation>
        </message>
        <message>
            <source>Causes</source>
            <translation>Причины</translation>
        </message>
        <message>
            <source>What would tell</source>
            <translation>Что прояснило бы</translation>
        </message>
        <message>
            <source>Choose a component in the graph to see its checks and their evidence.</source>
            <translation>Выберите компонент на графе, чтобы увидеть его проверки и свидетельства.</translation>
        </message>
        <message>
            <source>Examined and well</source>
            <translation>Исследовано и исправно</translation>
        </message>
        <message>
            <source>closes a circle: %1</source>
            <translation>замыкает круг: %1</translation>
        </message>
    </context>
    <context>
        <name>ReasoningTexts</name>
        <message numerus="yes">
            <source>and %n kinds of log lines that should stop</source>
            <translation>
                <numerusform>и %n вид строк журнала, который должен прекратиться</numerusform>
                <numerusform>и %n вида строк журнала, которые должны прекратиться</numerusform>
                <numerusform>и %n видов строк журнала, которые должны прекратиться</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>и ещё %n</numerusform>
                <numerusform>и ещё %n</numerusform>
                <numerusform>и ещё %n</numerusform>
            </translation>
        </message>
        <message>
            <source>What it explains, and should clear with it</source>
            <translation>Что она объясняет и что должно пройти вместе с ней</translation>
        </message>
        <message>
            <source>What no cause explains, and will stay</source>
            <translation>Чего не объясняет ни одна причина и что останется</translation>
        </message>
        <message>
            <source>Considered and not named</source>
            <translation>Рассмотрено и не названо</translation>
        </message>
        <message>
            <source>What speaks for it</source>
            <translation>Что говорит за неё</translation>
        </message>
        <message>
            <source>What speaks against it</source>
            <translation>Что говорит против неё</translation>
        </message>
    </context>
    <context>
        <name>Verdict</name>
        <message numerus="yes">
            <source>proved by %n fact(s)</source>
            <translation>
                <numerusform>доказано %n фактом</numerusform>
                <numerusform>доказано %n фактами</numerusform>
                <numerusform>доказано %n фактами</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>explains %1 of %n symptom(s)</source>
            <translation>
                <numerusform>объясняет %1 из %n симптома</numerusform>
                <numerusform>объясняет %1 из %n симптомов</numerusform>
                <numerusform>объясняет %1 из %n симптомов</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing examined yet</source>
            <translation>Пока ничего не исследовано</translation>
        </message>
        <message>
            <source>Nothing wrong found</source>
            <translation>Ничего плохого не найдено</translation>
        </message>
        <message>
            <source>No cause named</source>
            <translation>Причина не названа</translation>
        </message>
        <message numerus="yes">
            <source>%n cause(s), proved</source>
            <translation>
                <numerusform>%n причина, доказана</numerusform>
                <numerusform>%n причины, доказаны</numerusform>
                <numerusform>%n причин, доказаны</numerusform>
            </translation>
        </message>
        <message>
            <source>The cause, proved</source>
            <translation>Причина, доказана</translation>
        </message>
        <message>
            <source>The likely cause, not proved</source>
            <translation>Вероятная причина, не доказана</translation>
        </message>
        <message>
            <source>A possible cause, not proved</source>
            <translation>Возможная причина, не доказана</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 и ещё %n</numerusform>
                <numerusform>%1 и ещё %n</numerusform>
                <numerusform>%1 и ещё %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Ruled out: %1</source>
            <translation>Исключено: %1</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %2 checks answered on %3 of %n node(s)</source>
            <translation>
                <numerusform>получен ответ на %1 из %2 проверок на %3 из %n узла</numerusform>
                <numerusform>получен ответ на %1 из %2 проверок на %3 из %n узлов</numerusform>
                <numerusform>получен ответ на %1 из %2 проверок на %3 из %n узлов</numerusform>
            </translation>
        </message>
        <message>
            <source>This would settle it: %1</source>
            <translation>Решило бы вопрос: %1</translation>
        </message>
        <message>
            <source>This answer could change the verdict: %1 on %2 (%3)</source>
            <translation>Вывод мог бы изменить ответ: %1 на %2 (%3)</translation>
        </message>
    </context>
    <context>
        <name>VerdictMarkdown</name>
        <message>
            <source>, line %1</source>
            <translation>, строка %1</translation>
        </message>
        <message>
            <source>Ruled out:</source>
            <translation>Исключено:</translation>
        </message>
        <message>
            <source>How to cut it: %1</source>
            <translation>Как его разорвать: %1</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::ChangesBar</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>ещё %n</numerusform>
                <numerusform>ещё %n</numerusform>
                <numerusform>ещё %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing has changed since the examination of %1</source>
            <translation>С осмотра от %1 ничего не изменилось</translation>
        </message>
        <message>
            <source>Since the examination of %1</source>
            <translation>С осмотра от %1</translation>
        </message>
        <message>
            <source>Gone: %1</source>
            <translation>Исчезло: %1</translation>
        </message>
        <message>
            <source>New: %1</source>
            <translation>Появилось: %1</translation>
        </message>
        <message>
            <source>Cannot be told this time: %1</source>
            <translation>В этот раз не узнать: %1</translation>
        </message>
        <message>
            <source>Still there: %1</source>
            <translation>Осталось: %1</translation>
        </message>
        <message>
            <source>Close what has changed</source>
            <translation>Закрыть перечень изменений</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::CycleCard</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 из %2</translation>
        </message>
        <message>
            <source>The circle before</source>
            <translation>Предыдущий круг</translation>
        </message>
        <message>
            <source>The next circle</source>
            <translation>Следующий круг</translation>
        </message>
        <message>
            <source>%1 does not need %2</source>
            <translation>%1 не нуждается в %2</translation>
        </message>
        <message>
            <source>Fold the explanation</source>
            <translation>Свернуть объяснение</translation>
        </message>
        <message>
            <source>Show in the graph</source>
            <translation>Показать на графе</translation>
        </message>
        <message>
            <source>Show the circle in the graph</source>
            <translation>Показать круг на графе</translation>
        </message>
        <message>
            <source>How to cut it: %1</source>
            <translation>Как его разорвать: %1</translation>
        </message>
        <message>
            <source>%1 needs %2, which closes a circle: cut it there</source>
            <translation>%1 нуждается в %2, и это замыкает круг: разорвите его здесь</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::EvidenceView</name>
        <message>
            <source>%1 on %2</source>
            <translation>%1 на %2</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Чтение…</translation>
        </message>
        <message>
            <source>Very long lines are shown in part.</source>
            <translation>Очень длинные строки показаны не целиком.</translation>
        </message>
        <message>
            <source>Lines %1–%2 of %3 are shown.</source>
            <translation>Показаны строки %1–%2 из %3.</translation>
        </message>
        <message>
            <source>searching…</source>
            <translation>поиск…</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>не найдено</translation>
        </message>
        <message>
            <source>more than %1</source>
            <translation>более %1</translation>
        </message>
        <message>
            <source>found: %1</source>
            <translation>найдено: %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 из %2</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Close the evidence (Esc)</source>
            <translation>Закрыть свидетельство (Esc)</translation>
        </message>
        <message>
            <source>Copy command</source>
            <translation>Копировать команду</translation>
        </message>
        <message>
            <source>Copy the command</source>
            <translation>Копировать команду</translation>
        </message>
        <message>
            <source>Copy as Markdown</source>
            <translation>Копировать как Markdown</translation>
        </message>
        <message>
            <source>Copy these lines with their numbers as Markdown</source>
            <translation>Копировать эти строки с номерами как Markdown</translation>
        </message>
        <message>
            <source>Previous match (Shift+F3)</source>
            <translation>Предыдущее совпадение (Shift+F3)</translation>
        </message>
        <message>
            <source>Next match (F3)</source>
            <translation>Следующее совпадение (F3)</translation>
        </message>
        <message>
            <source>Match upper and lower case</source>
            <translation>Учитывать регистр</translation>
        </message>
        <message>
            <source>Earlier lines</source>
            <translation>Строки выше</translation>
        </message>
        <message>
            <source>Show the lines before these</source>
            <translation>Показать строки перед этими</translation>
        </message>
        <message>
            <source>Later lines</source>
            <translation>Строки ниже</translation>
        </message>
        <message>
            <source>Show the lines after these</source>
            <translation>Показать строки после этих</translation>
        </message>
        <message>
            <source>Show more of long lines</source>
            <translation>Показать длинные строки полнее</translation>
        </message>
        <message>
            <source>Show up to 256 KiB of each line</source>
            <translation>Показать до 256 КиБ каждой строки</translation>
        </message>
        <message>
            <source>Find (/)</source>
            <translation>Найти (/)</translation>
        </message>
        <message>
            <source>Find in this evidence</source>
            <translation>Найти в этом свидетельстве</translation>
        </message>
        <message>
            <source>Part of the output</source>
            <translation>Часть вывода</translation>
        </message>
        <message>
            <source>Evidence text</source>
            <translation>Текст свидетельства</translation>
        </message>
        <message>
            <source>Matches</source>
            <translation>Совпадения</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::FindingsModel</name>
        <message>
            <source>cluster</source>
            <translation>кластер</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Что обнаружено</translation>
        </message>
        <message>
            <source>Component</source>
            <translation>Компонент</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>Узел</translation>
        </message>
        <message>
            <source>What was checked</source>
            <translation>Что проверялось</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::FindingsPanel</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 из %2</translation>
        </message>
        <message>
            <source>Filter (/)</source>
            <translation>Отбор (/)</translation>
        </message>
        <message>
            <source>Filter the findings</source>
            <translation>Отбор находок</translation>
        </message>
        <message>
            <source>Healthy ones too</source>
            <translation>И исправное</translation>
        </message>
        <message>
            <source>Show healthy findings too</source>
            <translation>Показывать и исправное</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Находки</translation>
        </message>
        <message>
            <source>Findings shown</source>
            <translation>Показано находок</translation>
        </message>
        <message>
            <source>Nothing needs attention</source>
            <translation>Ничто не требует внимания</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::FindingsView</name>
        <message>
            <source>Timeline</source>
            <translation>Хронология</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Находки</translation>
        </message>
        <message>
            <source>Timeline and findings</source>
            <translation>Хронология и находки</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::GraphListModel</name>
        <message>
            <source>%1 (only seems so)</source>
            <translation>%1 (только кажется)</translation>
        </message>
        <message>
            <source>cluster</source>
            <translation>кластер</translation>
        </message>
        <message>
            <source>%1, the cause is here</source>
            <translation>%1, причина здесь</translation>
        </message>
        <message>
            <source>Component</source>
            <translation>Компонент</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>Узел</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Состояние</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>Нужны</translation>
        </message>
        <message>
            <source>%1 (closes a circle)</source>
            <translation>%1 (замыкает круг)</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::GraphPanel</name>
        <message>
            <source>As a list</source>
            <translation>Списком</translation>
        </message>
        <message>
            <source>Show the components as a list</source>
            <translation>Показать компоненты списком</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Вписать</translation>
        </message>
        <message>
            <source>Show the whole graph (0)</source>
            <translation>Показать граф целиком (0)</translation>
        </message>
        <message>
            <source>+</source>
            <comment>zoom in</comment>
            <translation>+</translation>
        </message>
        <message>
            <source>Larger (+)</source>
            <translation>Крупнее (+)</translation>
        </message>
        <message>
            <source>−</source>
            <comment>zoom out</comment>
            <translation>−</translation>
        </message>
        <message>
            <source>Smaller (−)</source>
            <translation>Мельче (−)</translation>
        </message>
        <message>
            <source>Components as a list</source>
            <translation>Компоненты списком</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::GraphView</name>
        <message>
            <source>%1 only seems to need %2. %3</source>
            <translation>%1 только с виду нуждается в %2. %3</translation>
        </message>
        <message>
            <source>%1 needs %2. %3</source>
            <translation>%1 нуждается в %2. %3</translation>
        </message>
        <message>
            <source>Component graph</source>
            <translation>Граф компонентов</translation>
        </message>
        <message>
            <source>Drawing the components…</source>
            <translation>Рисуем компоненты…</translation>
        </message>
        <message>
            <source>Nothing to draw yet: no component has been examined.</source>
            <translation>Рисовать пока нечего: ни один компонент не исследован.</translation>
        </message>
        <message>
            <source>%1 needs %2, which closes a circle. %3</source>
            <translation>%1 нуждается в %2, и это замыкает круг. %3</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::Inspector</name>
        <message>
            <source>Overview</source>
            <translation>Обзор</translation>
        </message>
        <message>
            <source>Back to the overview</source>
            <translation>Назад к обзору</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Подробности</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::TimelineModel</name>
        <message>
            <source>%1 (attempt %2)</source>
            <translation>%1 (попытка %2)</translation>
        </message>
        <message>
            <source>%1 on %2</source>
            <translation>%1 на %2</translation>
        </message>
        <message>
            <source>Time (UTC)</source>
            <translation>Время (UTC)</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>Узел</translation>
        </message>
        <message>
            <source>Component</source>
            <translation>Компонент</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Что произошло</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Предмет</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Строка</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::TimelinePanel</name>
        <message>
            <source>The red line marks what broke first. Choose a mark to read it.</source>
            <translation>Красная линия — что сломалось первым. Выберите отметку.</translation>
        </message>
        <message>
            <source>As a table</source>
            <translation>Таблицей</translation>
        </message>
        <message>
            <source>Show the timeline as a table</source>
            <translation>Показать хронологию таблицей</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Открыть</translation>
        </message>
        <message>
            <source>Open the line it was read from (Enter)</source>
            <translation>Открыть строку, из которой это прочитано (Enter)</translation>
        </message>
        <message>
            <source>Open the line it was read from</source>
            <translation>Открыть строку, из которой это прочитано</translation>
        </message>
        <message>
            <source>Timeline of restarts and first errors</source>
            <translation>Хронология перезапусков и первых ошибок</translation>
        </message>
        <message>
            <source>Timeline as a table</source>
            <translation>Хронология таблицей</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::TimelineView</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n день</numerusform>
                <numerusform>%n дня</numerusform>
                <numerusform>%n дней</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n час</numerusform>
                <numerusform>%n часа</numerusform>
                <numerusform>%n часов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n минута</numerusform>
                <numerusform>%n минуты</numerusform>
                <numerusform>%n минут</numerusform>
            </translation>
        </message>
        <message>
            <source>No restarts and no errors with a time were found.</source>
            <translation>Ни перезапусков, ни ошибок со временем не найдено.</translation>
        </message>
    </context>
    <context>
        <name>gordian::ui::VerdictBanner</name>
        <message>
            <source>Cause %1: %2</source>
            <translation>Причина %1: %2</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Почему</translation>
        </message>
        <message>
            <source>Why: show the proof</source>
            <translation>Почему: показать доказательства</translation>
        </message>
        <message>
            <source>Show the proof, and how it leads to what you see</source>
            <translation>Показать доказательства и как это приводит к тому, что вы видите</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Что делать</translation>
        </message>
        <message>
            <source>What to do about it</source>
            <translation>Что с этим делать</translation>
        </message>
        <message>
            <source>Causes</source>
            <translation>Причины</translation>
        </message>
        <message>
            <source>There is more than one cause: choose</source>
            <translation>Причин несколько: выберите</translation>
        </message>
    </context>
</TS>
