<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>Words</name>
    <message>
        <source>%1 takes the number of an open file descriptor, not &quot;%2&quot;</source>
        <translation>%1 принимает номер открытого файлового дескриптора, а не «%2»</translation>
    </message>
    <message>
        <source>--jump takes [user@]host[:port], several with commas, not &quot;%1&quot;</source>
        <translation>--jump принимает [user@]host[:port], несколько через запятую, а не «%1»</translation>
    </message>
    <message>
        <source>--connect-timeout takes a number of seconds, not &quot;%1&quot;</source>
        <translation>--connect-timeout принимает число секунд, а не «%1»</translation>
    </message>
    <message>
        <source>--fail-on takes warn or fail, not &quot;%1&quot;</source>
        <translation>--fail-on принимает warn или fail, а не «%1»</translation>
    </message>
    <message>
        <source>--lang takes en or ru, not &quot;%1&quot;</source>
        <translation>--lang принимает en или ru, а не «%1»</translation>
    </message>
    <message>
        <source>%1 needs a value</source>
        <translation>%1: нужно значение</translation>
    </message>
    <message>
        <source>there is no option %1; see gordianctl --help</source>
        <translation>нет ключа %1; см. gordianctl --help</translation>
    </message>
    <message>
        <source>name at least one node, or use --local, --demo or --inventory FILE</source>
        <translation>назовите хотя бы один узел или укажите --local, --demo или --inventory ФАЙЛ</translation>
    </message>
    <message>
        <source>name one control-plane node</source>
        <translation>назовите один узел управляющего слоя</translation>
    </message>
    <message>
        <source>name one case file or report</source>
        <translation>назовите один файл дела или отчёт</translation>
    </message>
    <message>
        <source>there is no command &quot;%1&quot;; see gordianctl --help</source>
        <translation>нет команды «%1»; см. gordianctl --help</translation>
    </message>
    <message>
        <source>These host keys are not known yet. Compare the fingerprints with what the nodes&apos; consoles say:</source>
        <translation>Эти ключи узлов ещё не известны. Сравните отпечатки с тем, что показывают консоли узлов:</translation>
    </message>
    <message>
        <source>Trust them from now on? (yes/no)</source>
        <translation>Доверять им отныне? (да/нет)</translation>
    </message>
    <message>
        <source>examined</source>
        <translation>обследован</translation>
    </message>
    <message>
        <source>Nothing is lost: the case is in %1. The reports can be written from it: gordianctl report %1 --html FILE</source>
        <translation>Ничего не потеряно: исследование сохранено в %1. Отчёты можно записать из него: gordianctl report %1 --html ФАЙЛ</translation>
    </message>
    <message>
        <source>probes takes no &quot;%1&quot;</source>
        <translation>у probes нет аргумента «%1»</translation>
    </message>
    <message>
        <source>what would tell: %1</source>
        <translation>что решит: %1</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>%1 was examined as %2, without root: what needs root is unknown. Give its sudo password (--ask-sudo), or ask for:</source>
        <translation>%1 проверен под учётной записью %2 без прав root: то, что их требует, неизвестно. Введите её пароль sudo (--ask-sudo) или попросите:</translation>
    </message>
    <message>
        <source>%1 of %2 checks answered on %3 of %4 nodes; %5 of the missing answers could change the verdict.</source>
        <translation>Проверок с ответом: %1 из %2, узлов: %3 из %4; недостающих ответов, способных изменить вывод: %5.</translation>
    </message>
    <message>
        <source>%1: nothing can be read from file descriptor %2</source>
        <translation>%1: из файлового дескриптора %2 нечего прочитать</translation>
    </message>
    <message>
        <source>Interrupted: judging what has come so far. Once more to end at once.</source>
        <translation>Прервано: выводы делаются по тому, что уже получено. Ещё раз — завершить сразу.</translation>
    </message>
    <message>
        <source>The last answer was refused.</source>
        <translation>Предыдущий ответ не принят.</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>Пароль %1:</translation>
    </message>
    <message>
        <source>Passphrase of the key %1:</source>
        <translation>Парольная фраза ключа %1:</translation>
    </message>
    <message>
        <source>Password for sudo on %1:</source>
        <translation>Пароль sudo на %1:</translation>
    </message>
    <message>
        <source>name a case, a report or files of text</source>
        <translation>укажите дело, отчёт или файлы с текстом</translation>
    </message>
    <message>
        <source>What follows from it, and should clear with it:</source>
        <translation>Что из неё следует и должно пройти вместе с ней:</translation>
    </message>
    <message>
        <source>Proof:</source>
        <translation>Доказательство:</translation>
    </message>
    <message>
        <source>What speaks for it:</source>
        <translation>Что говорит за неё:</translation>
    </message>
    <message>
        <source>What speaks against it:</source>
        <translation>Что говорит против неё:</translation>
    </message>
    <message>
        <source>What is missing and would tell: %1</source>
        <translation>Чего не хватает и что решило бы: %1</translation>
    </message>
    <message>
        <source>What no cause explains, and will stay</source>
        <translation>Чего не объясняет ни одна причина и что останется</translation>
    </message>
    <message>
        <source>Not named: nothing that was found speaks for it.</source>
        <translation>Не названа: ничто из найденного не говорит в её пользу.</translation>
    </message>
    <message>
        <source>What else was considered, and why it is not named</source>
        <translation>Что ещё рассматривалось и почему не названо</translation>
    </message>
    <message>
        <source>So much text was not kept whole: its beginning and its end were, and of lines in between that differ in digits alone the first ones, as far as they fit.</source>
        <translation>Так много текста не сохранено целиком: сохранены начало и конец, а из строк между ними, различающихся только цифрами, — первые, сколько поместилось.</translation>
    </message>
    <message>
        <source>no knowledge pack has a cause &quot;%1&quot;</source>
        <translation>ни в одном пакете знаний нет причины «%1»</translation>
    </message>
    <message>
        <source>packs takes no &quot;%1&quot;</source>
        <translation>packs не принимает «%1»</translation>
    </message>
    <message>
        <source>log lines that should stop | %1</source>
        <translation>строки журнала, которые должны прекратиться | %1</translation>
    </message>
    <message>
        <source>How to cut it: %1</source>
        <translation>Как его разорвать: %1</translation>
    </message>
    <message>
        <source>built in, %1</source>
        <translation>встроен, %1</translation>
    </message>
    <message>
        <source>causes %1, checks %2, signatures %3</source>
        <translation>причин %1, проверок %2, образцов %3</translation>
    </message>
    <message>
        <source>Your own packs go into %1</source>
        <translation>Ваши собственные пакеты кладите в %1</translation>
    </message>
    <message>
        <source>name one mending; see gordianctl remedy status</source>
        <translation>назовите одно исправление; см. gordianctl remedy status</translation>
    </message>
    <message>
        <source>apply needs --remedy ID and --yes HASH, as gordianctl remedy plan prints them</source>
        <translation>apply требует --remedy ID и --yes ХЕШ, как их печатает gordianctl remedy plan</translation>
    </message>
    <message>
        <source>name at least one node, or use --local</source>
        <translation>назовите хотя бы один узел или укажите --local</translation>
    </message>
    <message>
        <source>the backup</source>
        <translation>резервная копия</translation>
    </message>
    <message>
        <source>to undo: %1</source>
        <translation>откат: %1</translation>
    </message>
    <message>
        <source>kept first: %1</source>
        <translation>сначала сохраняется: %1</translation>
    </message>
    <message>
        <source>Risk: %1</source>
        <translation>Риск: %1</translation>
    </message>
    <message>
        <source>Expected downtime: %1</source>
        <translation>Ожидаемый простой: %1</translation>
    </message>
    <message>
        <source>Then, for %1 s without a break: %2</source>
        <translation>Затем %1 с подряд: %2</translation>
    </message>
    <message>
        <source>If that fails, all of it is undone.</source>
        <translation>Если это не так, всё будет отменено.</translation>
    </message>
    <message numerus="yes">
        <source>%n symptom(s) should clear</source>
        <translation>
            <numerusform>Должен исчезнуть %n симптом</numerusform>
            <numerusform>Должны исчезнуть %n симптома</numerusform>
            <numerusform>Должны исчезнуть %n симптомов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will stay</source>
        <translation>
            <numerusform>Останется %n</numerusform>
            <numerusform>Останутся %n</numerusform>
            <numerusform>Останутся %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed. To do exactly this:</source>
        <translation>Ничего не изменено. Чтобы сделать ровно это:</translation>
    </message>
    <message>
        <source>Refused: nothing was changed, and this plan cannot be applied.</source>
        <translation>Отказ: ничего не изменено, применить этот план нельзя.</translation>
    </message>
    <message>
        <source>%1 of %2 symptoms that were foretold to clear have cleared</source>
        <translation>Исчезли %1 из %2 симптомов, которые должны были исчезнуть</translation>
    </message>
    <message>
        <source>not yet: %1</source>
        <translation>ещё нет: %1</translation>
    </message>
    <message>
        <source>What is named now:</source>
        <translation>Теперь названо:</translation>
    </message>
    <message>
        <source>well for %1 of %2 seconds</source>
        <translation>в порядке %1 из %2 с</translation>
    </message>
    <message>
        <source>Nothing is forgotten. See what became of it, and go on or undo:
  gordianctl remedy resume %1
  gordianctl remedy undo %1</source>
        <translation>Ничего не забыто. Узнайте, что получилось, и продолжите или откатите:
  gordianctl remedy resume %1
  gordianctl remedy undo %1</translation>
    </message>
    <message>
        <source>Stopping after the step under way. Once more to end at once.</source>
        <translation>Остановка после текущего шага. Ещё раз — выйти сразу.</translation>
    </message>
    <message>
        <source>No node could be examined.</source>
        <translation>Не удалось обследовать ни один узел.</translation>
    </message>
    <message>
        <source>Nothing was found that Gordian can mend by itself. `gordianctl diagnose` names what is wrong and the steps against it.</source>
        <translation>Не найдено ничего, что Gordian исправит сам. `gordianctl diagnose` назовёт, что не так, и шаги против этого.</translation>
    </message>
    <message>
        <source>There is no such remedy for what was found. `gordianctl remedy list` shows those that there are.</source>
        <translation>Для найденного нет такого исправления. `gordianctl remedy list` покажет, какие есть.</translation>
    </message>
    <message>
        <source>This is not the plan that --yes names. Nothing was changed. Read it and apply it by its own hash.</source>
        <translation>Это не тот план, который назван в --yes. Ничего не изменено. Прочитайте его и примените по его хешу.</translation>
    </message>
    <message>
        <source>Somebody else changed %1 since; it was left as it is.</source>
        <translation>%1 с тех пор изменил кто-то другой; файл оставлен как есть.</translation>
    </message>
    <message>
        <source>It stands half-way. Go on or undo:
  gordianctl remedy resume %1
  gordianctl remedy undo %1</source>
        <translation>Сделано наполовину. Продолжите или откатите:
  gordianctl remedy resume %1
  gordianctl remedy undo %1</translation>
    </message>
    <message>
        <source>To undo it: gordianctl remedy undo %1</source>
        <translation>Чтобы откатить: gordianctl remedy undo %1</translation>
    </message>
    <message>
        <source>What %1 is for does not show now. A component that crashes and is started again looks well for moments: looking again, for %2 s at most.</source>
        <translation>То, для чего нужно %1, сейчас не видно. Компонент, который падает и перезапускается, временами выглядит исправным: проверяем снова, не дольше %2 с.</translation>
    </message>
    <message>
        <source>The component is well; the symptoms have not all cleared yet. Looking again, for %1 s at most.</source>
        <translation>Компонент исправен, но ещё не все симптомы исчезли. Проверяем снова, не дольше %1 с.</translation>
    </message>
    <message>
        <source>%1 remembers no mending that this laptop does not know of.</source>
        <translation>%1 не помнит починок, о которых не знает этот ноутбук.</translation>
    </message>
    <message>
        <source>If the laptop that began it is lost, take it over: gordianctl remedy adopt %1</source>
        <translation>Если ноутбук, с которого её начали, потерян, примите её: gordianctl remedy adopt %1</translation>
    </message>
    <message>
        <source>This cannot be undone</source>
        <translation>Это нельзя отменить</translation>
    </message>
    <message>
        <source>remedy takes list, plan, apply, adopt, resume, undo, leave or status</source>
        <translation>remedy принимает list, plan, apply, adopt, resume, undo, leave или status</translation>
    </message>
    <message>
        <source>gordianctl: finds the one cause behind a Kubernetes cluster that does not come up

  gordianctl diagnose [user@]host[:port]... [options]   sign in, collect, name the cause
  gordianctl diagnose --local [options]                 on the node itself
  gordianctl diagnose --demo [options]                  on the built-in demo node
  gordianctl report CASE [options]                      judge a saved case or report again
  gordianctl explain CASE|FILE... [--cause ID]          show the reasoning: for, against, missing
  gordianctl triage [--json] [FILE...]                  judge pasted text or files (none: standard input)
  gordianctl discover [user@]host[:port]                name the cluster&apos;s other nodes
  gordianctl packs                                      list the knowledge packs, and what is wrong with your own
  gordianctl probes                                     print exactly what would be run on a node
  gordianctl probes --script &gt; FILE                     for a node out of reach: a script to run there by hand;
                                                        triage reads what it prints
  gordianctl remedy list NODE...                        what can be done about it, and what it risks
  gordianctl remedy plan NODE... --remedy ID            every command and every diff; changes nothing
  gordianctl remedy apply NODE... --remedy ID --yes HASH   do what that plan says, verify, or undo
  gordianctl remedy status [ID]                         what was done; of one mending the whole transcript
  gordianctl remedy resume ID                           go on after a broken link or a crash
  gordianctl remedy undo ID                             take it back
  gordianctl remedy leave ID                            do nothing more about one that stands half-way
  gordianctl remedy adopt NODE...                       know of what another laptop began there, to resume or undo it

Connecting
  --inventory FILE       nodes from an Ansible inventory, kubeconfig, ssh config or a list of lines
  --identity FILE        private key to try first (may be repeated)
  --jump HOST[,HOST]     jump hosts, in order
  --ssh-config FILE      instead of ~/.ssh/config; none reads none
  --known-hosts FILE     instead of ~/.ssh/known_hosts; host keys are always verified
  --password-fd N        read the password from this file descriptor
  --sudo                 use sudo where it asks for no password (the default)
  --ask-sudo             also where it wants a password: ask for it on the terminal
  --sudo-password-fd N   read the sudo password from this file descriptor
  --no-sudo              collect with the account&apos;s own rights
  --connect-timeout N    seconds for one connection attempt (default 8)

Results
  --case FILE            keep the case here while it grows
  --html FILE  --json FILE  --markdown FILE  --pdf FILE   write the report; --json - prints it
  --fail-on warn|fail    what makes the exit code 3: warnings too, or failures alone
  --lang en|ru           language of the output
  --pack FOLDER          further knowledge packs (may be repeated)
  -q, --quiet            no progress

Exit codes: 0 nothing wrong; 1 usage or internal error; 2 no node could be examined; 3 failures found;
4 only warnings; 5 partly examined and nothing wrong found.
</source>
        <translation>gordianctl: находит одну причину, по которой кластер Kubernetes не поднимается

  gordianctl diagnose [user@]host[:port]... [ключи]     войти, собрать данные, назвать причину
  gordianctl diagnose --local [ключи]                   на самом узле
  gordianctl diagnose --demo [ключи]                    на встроенном учебном узле
  gordianctl report ДЕЛО [ключи]                        снова рассудить сохранённое дело или отчёт
  gordianctl explain ДЕЛО|ФАЙЛ... [--cause ID]          показать рассуждение: что за, что против, чего не хватает
  gordianctl triage [--json] [ФАЙЛ...]                  рассудить вставленный текст или файлы (без них: стандартный ввод)
  gordianctl discover [user@]host[:port]                назвать другие узлы кластера
  gordianctl packs                                      перечислить пакеты знаний и ошибки в ваших собственных
  gordianctl probes                                     показать в точности то, что выполнялось бы на узле
  gordianctl probes --script &gt; ФАЙЛ                     для недоступного узла: скрипт, который там запускают вручную;
                                                        triage читает то, что он напечатает
  gordianctl remedy list УЗЕЛ...                        что с этим можно сделать и чем это грозит
  gordianctl remedy plan УЗЕЛ... --remedy ID            все команды и все правки; ничего не меняет
  gordianctl remedy apply УЗЕЛ... --remedy ID --yes ХЕШ   сделать ровно это, проверить или откатить
  gordianctl remedy status [ID]                         что было сделано; об одной починке всё подробно
  gordianctl remedy resume ID                           продолжить после обрыва или аварии
  gordianctl remedy undo ID                             откатить
  gordianctl remedy leave ID                            больше ничего не делать с остановившейся на середине
  gordianctl remedy adopt УЗЕЛ...                       узнать о начатом там с другого ноутбука, чтобы продолжить или откатить

Подключение
  --inventory ФАЙЛ       узлы из инвентаря Ansible, kubeconfig, ssh config или списка строк
  --identity ФАЙЛ        закрытый ключ, который пробуется первым (можно повторять)
  --jump HOST[,HOST]     промежуточные узлы по порядку
  --ssh-config ФАЙЛ      вместо ~/.ssh/config; none не читает ничего
  --known-hosts ФАЙЛ     вместо ~/.ssh/known_hosts; ключи узлов проверяются всегда
  --password-fd N        прочесть пароль из этого файлового дескриптора
  --sudo                 sudo там, где он не спрашивает пароля (по умолчанию)
  --ask-sudo             и там, где он хочет пароль: спросить его в терминале
  --sudo-password-fd N   прочесть пароль sudo из этого файлового дескриптора
  --no-sudo              собирать с правами самой учётной записи
  --connect-timeout N    секунд на одну попытку подключения (по умолчанию 8)

Результат
  --case ФАЙЛ            вести дело в этом файле по мере сбора
  --html ФАЙЛ  --json ФАЙЛ  --markdown ФАЙЛ  --pdf ФАЙЛ   записать отчёт; --json - печатает его
  --fail-on warn|fail    что даёт код 3: и предупреждения или только сбои
  --lang en|ru           язык вывода
  --pack КАТАЛОГ         ещё пакеты знаний (можно повторять)
  -q, --quiet            без хода работы

Коды завершения: 0 всё в порядке; 1 ошибка вызова или внутренняя; 2 ни один узел не обследован; 3 найдены сбои;
4 только предупреждения; 5 обследовано частично, сбоев не найдено.
</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>до: %1</translation>
    </message>
    <message>
        <source>after: %1</source>
        <translation>после: %1</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>Затем: %1</translation>
    </message>
    <message>
        <source>There is no mending %1; see gordianctl remedy status</source>
        <translation>Починки %1 нет; смотрите gordianctl remedy status</translation>
    </message>
</context>
</TS>
