<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>CollectRows</name>
    <message>
        <source>needs you, see Connect</source>
        <translation>ждёт вас, см. «Подключение»</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>answers that came, of how many, the latest</comment>
        <translation>%1 из %2: %3</translation>
    </message>
    <message>
        <source>examined</source>
        <translation>проверена</translation>
    </message>
</context>
<context>
    <name>HealthStyle</name>
    <message>
        <source>H</source>
        <comment>one letter: healthy</comment>
        <translation>И</translation>
    </message>
    <message>
        <source>D</source>
        <comment>one letter: degraded</comment>
        <translation>С</translation>
    </message>
    <message>
        <source>F</source>
        <comment>one letter: failed</comment>
        <translation>О</translation>
    </message>
    <message>
        <source>B</source>
        <comment>one letter: blocked</comment>
        <translation>Б</translation>
    </message>
</context>
<context>
    <name>MendingAdvice</name>
    <message>
        <source>Install it on the node, then look again.</source>
        <translation>Установите её на узле, затем взгляните снова.</translation>
    </message>
    <message>
        <source>See with “sudo -l” on the node what the account may do. Under Connect, remove the machine and add it again as root, or as an account that may use sudo.</source>
        <translation>Команда «sudo -l» на узле покажет, что позволено учётной записи. В «Подключении» удалите машину и добавьте её снова как root или под учётной записью, которой позволен sudo.</translation>
    </message>
    <message>
        <source>Go on with that one or undo it, on the computer where it was begun; “gordianctl remedy status” names those of this computer.</source>
        <translation>Продолжите её или отмените на том компьютере, где она начата; «gordianctl remedy status» перечислит начатые на этом.</translation>
    </message>
    <message>
        <source>Do it by hand: the steps stand beside the cause.</source>
        <translation>Сделайте это вручную: шаги приведены у причины.</translation>
    </message>
    <message>
        <source>Look again: the new preview shows the node as it is now.</source>
        <translation>Взгляните снова: новый предпросмотр покажет узел таким, каков он сейчас.</translation>
    </message>
    <message>
        <source>The node may have changed since it was examined: collect again.</source>
        <translation>Возможно, узел изменился после осмотра: соберите снова.</translation>
    </message>
    <message>
        <source>Mend etcd&apos;s other members first, then look again.</source>
        <translation>Сначала почините остальных участников etcd, затем взгляните снова.</translation>
    </message>
    <message>
        <source>What is shown is out of date: collect again.</source>
        <translation>Показанное устарело: соберите снова.</translation>
    </message>
    <message>
        <source>Free some room on the node (df -h, df -i), then look again.</source>
        <translation>Освободите место на узле (df -h, df -i), затем взгляните снова.</translation>
    </message>
    <message>
        <source>What it printed stands below. Once the reason is gone, look again; or do it by hand: the steps stand beside the cause.</source>
        <translation>Её вывод ниже. Устранив причину, взгляните снова; или сделайте это вручную: шаги приведены у причины.</translation>
    </message>
    <message>
        <source>Something else may be wrong as well: look at the findings once they are collected anew.</source>
        <translation>Возможно, неисправно что-то ещё: посмотрите находки, когда они будут собраны заново.</translation>
    </message>
    <message>
        <source>Free some room on this computer, then go on or undo.</source>
        <translation>Освободите место на этом компьютере, затем продолжите или отмените.</translation>
    </message>
    <message>
        <source>Compare by hand what stands on the node with what was kept before anything is put back.</source>
        <translation>Прежде чем что-либо возвращать, сравните вручную то, что стоит на узле, с сохранённым.</translation>
    </message>
    <message>
        <source>See that the node stays up, then look again.</source>
        <translation>Убедитесь, что узел больше не перезагружается, затем взгляните снова.</translation>
    </message>
</context>
<context>
    <name>MendingSheet</name>
    <message>
        <source>the backup</source>
        <translation>резервная копия</translation>
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
        <source>Stops meanwhile: %1</source>
        <translation>На это время останавливается: %1</translation>
    </message>
    <message>
        <source>Step %1: </source>
        <translation>Шаг %1: </translation>
    </message>
    <message>
        <source>Then, for %1 s without a break: %2</source>
        <translation>Затем %1 с без перерыва: %2</translation>
    </message>
    <message>
        <source>%1 of %2 symptoms that were foretold to clear have cleared.</source>
        <translation>Из предсказанных симптомов исчезло %1 из %2.</translation>
    </message>
    <message>
        <source>This is the demo node, played from a recording: there is nothing to mend. On a node of yours the preview shows every command here.</source>
        <translation>Это демонстрационный узел, он воспроизводится по записи: чинить здесь нечего. На вашем узле предпросмотр покажет здесь каждую команду.</translation>
    </message>
    <message>
        <source>This node was read from a file. Connect to it to let Gordian mend it.</source>
        <translation>Этот узел прочитан из файла. Подключитесь к нему, чтобы Gordian мог его починить.</translation>
    </message>
</context>
<context>
    <name>NodeRows</name>
    <message>
        <source>this computer</source>
        <translation>этот компьютер</translation>
    </message>
    <message>
        <source>from a file or text</source>
        <translation>из файла или текста</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>ждёт вас</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>ответов %1 из %2</translation>
    </message>
    <message>
        <source>examined</source>
        <translation>проверена</translation>
    </message>
</context>
<context>
    <name>gordian::ui::AddNodesPanel</name>
    <message>
        <source>Choose an inventory</source>
        <translation>Выбрать инвентарь</translation>
    </message>
    <message>
        <source>Inventories (*)</source>
        <translation>Инвентари (*)</translation>
    </message>
    <message>
        <source>Which machines?</source>
        <translation>Какие машины?</translation>
    </message>
    <message>
        <source>One a line. The control-plane node is enough to begin with: it tells of the others.</source>
        <translation>По одной в строке. Для начала хватит узла control plane: он знает об остальных.</translation>
    </message>
    <message>
        <source>root@192.168.124.8
ubuntu@cp-1.example.org:2222</source>
        <translation>root@192.168.124.8
ubuntu@cp-1.example.org:2222</translation>
    </message>
    <message>
        <source>Machines, one user@host a line</source>
        <translation>Машины, по одной записи user@host в строке</translation>
    </message>
    <message>
        <source>Ctrl+Enter adds them</source>
        <translation>Ctrl+Enter добавляет их</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Добавить</translation>
    </message>
    <message>
        <source>Add these machines</source>
        <translation>Добавить эти машины</translation>
    </message>
    <message>
        <source>Add these machines (Ctrl+Enter)</source>
        <translation>Добавить эти машины (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>From ss&amp;h config</source>
        <translation>Из ss&amp;h config</translation>
    </message>
    <message>
        <source>Add a machine from the ssh config</source>
        <translation>Добавить машину из ssh config</translation>
    </message>
    <message>
        <source>Hosts of the ssh config</source>
        <translation>Хосты из ssh config</translation>
    </message>
    <message>
        <source>&amp;Inventory…</source>
        <translation>&amp;Инвентарь…</translation>
    </message>
    <message>
        <source>Add machines from an inventory</source>
        <translation>Добавить машины из инвентаря</translation>
    </message>
    <message>
        <source>Ansible inventory, kubeconfig, or a file of lines</source>
        <translation>Инвентарь Ansible, kubeconfig или файл со строками</translation>
    </message>
    <message>
        <source>Type a machine first: a name or an address, such as root@192.168.124.8.</source>
        <translation>Сначала укажите машину: имя или адрес, например root@192.168.124.8.</translation>
    </message>
    <message>
        <source>No machine is named there.</source>
        <translation>Там не названо ни одной машины.</translation>
    </message>
    <message>
        <source>The ssh config names no host</source>
        <translation>В ssh config не назван ни один хост</translation>
    </message>
    <message numerus="yes">
        <source>All %n of them</source>
        <translation>
            <numerusform>Весь %n</numerusform>
            <numerusform>Все %n</numerusform>
            <numerusform>Все %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, строка %2: %3</translation>
    </message>
    <message>
        <source>Not all of the ssh config is followed here (%1). If a machine is not reached, give its address, account and jump hosts below.</source>
        <translation>Не всё из настроек ssh здесь учитывается (%1). Если до машины не достучаться, укажите ниже её адрес, учётную запись и промежуточные узлы.</translation>
    </message>
</context>
<context>
    <name>gordian::ui::CollectModel</name>
    <message>
        <source>%1 on %2: %3 of %4 answers</source>
        <translation>%1 на %2: ответов %3 из %4</translation>
    </message>
    <message numerus="yes">
        <source>, %n could not be read</source>
        <translation>
            <numerusform>, не прочитан %n</numerusform>
            <numerusform>, не прочитано %n</numerusform>
            <numerusform>, не прочитано %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Машина</translation>
    </message>
    <message>
        <source>Doing now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
</context>
<context>
    <name>gordian::ui::CollectPage</name>
    <message>
        <source>a few seconds left</source>
        <translation>осталось несколько секунд</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>осталась примерно %n секунда</numerusform>
            <numerusform>осталось примерно %n секунды</numerusform>
            <numerusform>осталось примерно %n секунд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>осталась примерно %n минута</numerusform>
            <numerusform>осталось примерно %n минуты</numerusform>
            <numerusform>осталось примерно %n минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Collecting from %n machine(s)</source>
        <translation>
            <numerusform>Сбор с %n машины</numerusform>
            <numerusform>Сбор с %n машин</numerusform>
            <numerusform>Сбор с %n машин</numerusform>
        </translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Собрано</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>ответов %1 из %2</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>вход</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n ответ</numerusform>
            <numerusform>%n ответа</numerusform>
            <numerusform>%n ответов</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>за %1</translation>
    </message>
    <message>
        <source>Nothing is collected yet</source>
        <translation>Пока ничего не собрано</translation>
    </message>
    <message>
        <source>Name the machines first, or open a saved case. What each machine answers appears here as it comes, and the first verdict after a few seconds.</source>
        <translation>Сначала назовите машины или откройте сохранённое дело. Ответы машин появляются здесь по мере поступления, а первый вывод — через несколько секунд.</translation>
    </message>
    <message>
        <source>Go to &amp;Connect</source>
        <translation>К &amp;подключению</translation>
    </message>
    <message>
        <source>Go to Connect</source>
        <translation>Перейти к подключению</translation>
    </message>
    <message>
        <source>&amp;Stop, keep what came</source>
        <translation>&amp;Остановить, собранное оставить</translation>
    </message>
    <message>
        <source>Stop collecting and keep what came</source>
        <translation>Остановить сбор и оставить собранное</translation>
    </message>
    <message>
        <source>Collect &amp;again</source>
        <translation>Собрать &amp;снова</translation>
    </message>
    <message>
        <source>Collect again from every machine</source>
        <translation>Собрать снова со всех машин</translation>
    </message>
    <message>
        <source>Progress of the collection</source>
        <translation>Ход сбора</translation>
    </message>
    <message>
        <source>Machines and their components</source>
        <translation>Машины и их компоненты</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Компоненты</translation>
    </message>
</context>
<context>
    <name>gordian::ui::ConnectPage</name>
    <message>
        <source>These machines are already there.</source>
        <translation>Эти машины уже есть в списке.</translation>
    </message>
</context>
<context>
    <name>gordian::ui::DiscoveredPanel</name>
    <message>
        <source>%1%2 (known from %3)</source>
        <translation>%1%2 (источник: %3)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cluster has %n more machine(s)</source>
        <translation>
            <numerusform>В кластере есть ещё %n машина</numerusform>
            <numerusform>В кластере есть ещё %n машины</numerusform>
            <numerusform>В кластере есть ещё %n машин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n machine(s)</source>
        <translation>
            <numerusform>Добавить %n машину</numerusform>
            <numerusform>Добавить %n машины</numerusform>
            <numerusform>Добавить %n машин</numerusform>
        </translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Не нужно</translation>
    </message>
    <message>
        <source>Do not offer these machines again</source>
        <translation>Больше не предлагать эти машины</translation>
    </message>
</context>
<context>
    <name>gordian::ui::FirstVerdict</name>
    <message numerus="yes">
        <source>explains %n symptom(s)</source>
        <translation>
            <numerusform>объясняет %n симптом</numerusform>
            <numerusform>объясняет %n симптома</numerusform>
            <numerusform>объясняет %n симптомов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cause(s)</source>
        <translation>
            <numerusform>ещё %n причина</numerusform>
            <numerusform>ещё %n причины</numerusform>
            <numerusform>ещё %n причин</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 questions answered</source>
        <translation>есть ответы на %1 из %2 вопросов</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Пока что</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вывод</translation>
    </message>
    <message>
        <source>Show the &amp;findings</source>
        <translation>Показать &amp;находки</translation>
    </message>
    <message>
        <source>Show the findings</source>
        <translation>Показать находки</translation>
    </message>
    <message>
        <source>The first answers are coming in</source>
        <translation>Приходят первые ответы</translation>
    </message>
</context>
<context>
    <name>gordian::ui::FixesPage</name>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Nothing to mend yet</source>
        <translation>Чинить пока нечего</translation>
    </message>
    <message>
        <source>Once a cause is found, the steps against it stand here, with what each of them risks.</source>
        <translation>Когда причина найдена, здесь стоят шаги против неё и риск каждого шага.</translation>
    </message>
    <message>
        <source>Go to &amp;Connect</source>
        <translation>К &amp;подключению</translation>
    </message>
    <message>
        <source>No cause was found to mend</source>
        <translation>Причины, которую можно устранить, не найдено</translation>
    </message>
    <message>
        <source>What was examined, what was ruled out and which question would tell more stands under Findings.</source>
        <translation>Что проверено, что исключено и какой вопрос прояснит дело — в разделе «Находки».</translation>
    </message>
    <message>
        <source>Show the &amp;findings</source>
        <translation>Показать &amp;находки</translation>
    </message>
    <message>
        <source>These steps only look; they change nothing.</source>
        <translation>Эти шаги только смотрят и ничего не меняют.</translation>
    </message>
    <message>
        <source>Collect again afterwards: the cause should be gone.</source>
        <translation>После этого соберите снова: причина должна исчезнуть.</translation>
    </message>
    <message numerus="yes">
        <source>Collect again afterwards: the cause should be gone, and with it %n symptom(s).</source>
        <translation>
            <numerusform>После этого соберите снова: причина должна исчезнуть и с ней %n симптом.</numerusform>
            <numerusform>После этого соберите снова: причина должна исчезнуть и с ней %n симптома.</numerusform>
            <numerusform>После этого соберите снова: причина должна исчезнуть и с ней %n симптомов.</numerusform>
        </translation>
    </message>
    <message>
        <source>No steps are known for this cause yet. Its proof and sources stand under Findings.</source>
        <translation>Для этой причины шаги пока неизвестны. Доказательства и источники — в разделе «Находки».</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Причины</translation>
    </message>
    <message>
        <source>Nothing is changed from here</source>
        <translation>Отсюда ничего не меняется</translation>
    </message>
    <message>
        <source>Gordian only shows the steps. Type or paste them on the machine yourself, one after the other.</source>
        <translation>Gordian только показывает шаги. Введите или вставьте их на машине сами, один за другим.</translation>
    </message>
    <message>
        <source>What it risks</source>
        <translation>Чем это грозит</translation>
    </message>
    <message>
        <source>How you see that it helped</source>
        <translation>Как увидеть, что помогло</translation>
    </message>
    <message>
        <source>Collect &amp;again</source>
        <translation>Собрать &amp;снова</translation>
    </message>
    <message>
        <source>Collect again to see whether it helped</source>
        <translation>Собрать снова и увидеть, помогло ли</translation>
    </message>
    <message>
        <source>Show the &amp;proof</source>
        <translation>Показать &amp;доказательства</translation>
    </message>
    <message>
        <source>Show the proof of this cause</source>
        <translation>Показать доказательства этой причины</translation>
    </message>
    <message>
        <source>Copy all as &amp;Markdown</source>
        <translation>Копировать всё как &amp;Markdown</translation>
    </message>
    <message>
        <source>Copy all steps as Markdown</source>
        <translation>Копировать все шаги как Markdown</translation>
    </message>
    <message>
        <source>Or by hand, one step after the other</source>
        <translation>Или вручную, шаг за шагом</translation>
    </message>
    <message>
        <source>Nothing is changed without your click</source>
        <translation>Без вашего нажатия ничего не меняется</translation>
    </message>
    <message>
        <source>The preview only looks at the node and shows every command and every change. What is changed is kept first and can be undone.</source>
        <translation>Предпросмотр только смотрит на узел и показывает каждую команду и каждое изменение. Изменяемое сначала сохраняется, и всё можно отменить.</translation>
    </message>
</context>
<context>
    <name>gordian::ui::GapsPanel</name>
    <message>
        <source>Answer them with &amp;sudo…</source>
        <translation>Получить ответы через &amp;sudo…</translation>
    </message>
    <message>
        <source>Ask for the sudo password and collect again</source>
        <translation>Запросить пароль sudo и собрать снова</translation>
    </message>
    <message>
        <source>could change the verdict</source>
        <translation>может изменить вывод</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Машина</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>Why there is no answer</source>
        <translation>Почему нет ответа</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) without an answer</source>
        <translation>
            <numerusform>%n вопрос без ответа</numerusform>
            <numerusform>%n вопроса без ответа</numerusform>
            <numerusform>%n вопросов без ответа</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::HostKeyModel</name>
    <message>
        <source>Would be written to %1</source>
        <translation>Будет записан в %1</translation>
    </message>
</context>
<context>
    <name>gordian::ui::HostKeysPanel</name>
    <message numerus="yes">
        <source>%n machine(s) show a key that this computer does not know yet</source>
        <translation>
            <numerusform>%n машина показывает ключ, которого этот компьютер ещё не знает</numerusform>
            <numerusform>%n машины показывают ключи, которых этот компьютер ещё не знает</numerusform>
            <numerusform>%n машин показывают ключи, которых этот компьютер ещё не знает</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with the machine&apos;s own screen, or with what your provider shows:
ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub
What you trust is written to known_hosts; without it nothing is sent.</source>
        <translation>Сравните с экраном самой машины или с тем, что показывает провайдер:
ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub
Чему вы доверяете, записывается в known_hosts; без этого ничего не отправляется.</translation>
    </message>
    <message>
        <source>Unknown host keys</source>
        <translation>Неизвестные ключи хостов</translation>
    </message>
    <message>
        <source>&amp;Tick all</source>
        <translation>&amp;Отметить все</translation>
    </message>
    <message>
        <source>Tick all keys</source>
        <translation>Отметить все ключи</translation>
    </message>
    <message>
        <source>&amp;Do not connect</source>
        <translation>&amp;Не подключаться</translation>
    </message>
    <message>
        <source>Refuse these keys and do not connect</source>
        <translation>Отклонить эти ключи и не подключаться</translation>
    </message>
    <message>
        <source>Tick the keys that you trust</source>
        <translation>Отметьте ключи, которым доверяете</translation>
    </message>
    <message numerus="yes">
        <source>T&amp;rust %n and connect</source>
        <translation>
            <numerusform>&amp;Доверять %n и подключиться</numerusform>
            <numerusform>&amp;Доверять %n и подключиться</numerusform>
            <numerusform>&amp;Доверять %n и подключиться</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::KnowledgePanel</name>
    <message>
        <source>Knowledge</source>
        <translation>Знания</translation>
    </message>
    <message>
        <source>Knowledge packs</source>
        <translation>Пакеты знаний</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Причины</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Проверки</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Образцы строк</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>built in, %1</source>
        <translation>встроен, %1</translation>
    </message>
    <message>
        <source>Left out, because of these mistakes</source>
        <translation>Не загружено из-за этих ошибок</translation>
    </message>
    <message>
        <source>Your own packs go into %1. They are read at the next start.</source>
        <translation>Ваши собственные пакеты кладите в %1. Они читаются при следующем запуске.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Открыть папку</translation>
    </message>
</context>
<context>
    <name>gordian::ui::MainWindow</name>
    <message>
        <source>The report is written to %1.</source>
        <translation>Отчёт записан в %1.</translation>
    </message>
    <message>
        <source>The case could not be saved and is kept in memory. %1</source>
        <translation>Дело не удалось сохранить, оно остаётся в памяти. %1</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Сохранить в другом месте…</translation>
    </message>
    <message>
        <source>Gordian</source>
        <translation>Gordian</translation>
    </message>
    <message>
        <source>Gordian %1 finds the one cause behind a Kubernetes cluster that does not come up. Free software under the Apache License 2.0.</source>
        <translation>Gordian %1 находит единственную причину, по которой не поднимается кластер Kubernetes. Свободная программа под лицензией Apache 2.0.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Save the case as</source>
        <translation>Сохранить дело как</translation>
    </message>
    <message>
        <source>Gordian cases (*.gordian)</source>
        <translation>Дела Gordian (*.gordian)</translation>
    </message>
    <message>
        <source>The case is saved to %1.</source>
        <translation>Дело сохранено в %1.</translation>
    </message>
    <message>
        <source>Nothing in this text was recognised. Paste the output of crictl ps -a, journalctl -u kubelet, or log lines as they are.</source>
        <translation>В этом тексте ничего не распознано. Вставьте вывод crictl ps -a, journalctl -u kubelet или строки журнала как есть.</translation>
    </message>
    <message>
        <source>Case of %1</source>
        <translation>Дело от %1</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Новое дело</translation>
    </message>
    <message>
        <source>%1 — not saved</source>
        <translation>%1 — не сохранено</translation>
    </message>
    <message>
        <source>%1 — saved</source>
        <translation>%1 — сохранено</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>the text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Читаю: %1…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Open a case, a report, a bundle, an inventory or text</source>
        <translation>Открыть дело, отчёт, сборник, инвентарь или текст</translation>
    </message>
    <message>
        <source>Save the script as</source>
        <translation>Сохранить скрипт как</translation>
    </message>
    <message>
        <source>Shell scripts (*.sh)</source>
        <translation>Скрипты оболочки (*.sh)</translation>
    </message>
    <message>
        <source>Saved to %1. Run it on the node: sudo sh %2 &gt; node.txt, and open node.txt here.</source>
        <translation>Сохранено в %1. Запустите на узле: sudo sh %2 &gt; node.txt — и откройте node.txt здесь.</translation>
    </message>
    <message>
        <source>Gordian ends after the step under way. Close again to end at once.</source>
        <translation>Gordian закроется после текущего шага. Закройте ещё раз, чтобы закрыть сразу.</translation>
    </message>
</context>
<context>
    <name>gordian::ui::MendingAside</name>
    <message>
        <source>What it risks</source>
        <translation>Чем это грозит</translation>
    </message>
    <message>
        <source>Where the backup is</source>
        <translation>Где резервная копия</translation>
    </message>
    <message>
        <source>How it is undone</source>
        <translation>Как это отменить</translation>
    </message>
    <message>
        <source>How you see that it helped</source>
        <translation>Как увидеть, что помогло</translation>
    </message>
    <message>
        <source>Gordian verifies it on the node itself and undoes all of it if that fails. Then it collects again and compares.</source>
        <translation>Gordian проверяет это на самом узле и, если проверка не удалась, отменяет всё. Затем собирает снова и сравнивает.</translation>
    </message>
</context>
<context>
    <name>gordian::ui::MendingCard</name>
    <message>
        <source>Change: %1</source>
        <translation>Изменение: %1</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>Команда: %1</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Шаг %1: %2</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Это нельзя отменить.</translation>
    </message>
    <message>
        <source>Risk: %1</source>
        <translation>Риск: %1</translation>
    </message>
    <message>
        <source>Kept first: %1</source>
        <translation>Сначала сохраняется: %1</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n line(s)</source>
        <translation>
            <numerusform>Показать всю %n строку</numerusform>
            <numerusform>Показать все %n строки</numerusform>
            <numerusform>Показать все %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>To undo it:</source>
        <translation>Чтобы отменить:</translation>
    </message>
</context>
<context>
    <name>gordian::ui::MendingPanel</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>О&amp;тмена</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>&amp;Find out and go on</source>
        <translation>В&amp;ыяснить и продолжить</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>П&amp;родолжить</translation>
    </message>
    <message>
        <source>How it is verified</source>
        <translation>Как это проверяется</translation>
    </message>
    <message>
        <source>If that fails, all of it is undone.</source>
        <translation>Если проверка не удастся, всё будет отменено.</translation>
    </message>
    <message>
        <source>What should clear</source>
        <translation>Что должно исчезнуть</translation>
    </message>
    <message>
        <source>What will stay</source>
        <translation>Что останется</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Отм&amp;енить</translation>
    </message>
    <message>
        <source>&amp;Stop after this step</source>
        <translation>&amp;Остановить после этого шага</translation>
    </message>
    <message>
        <source>Safe at any time: nothing is left half done.</source>
        <translation>Безопасно в любой момент: ничего не остаётся сделанным наполовину.</translation>
    </message>
    <message>
        <source>Ans&amp;wer under Connect</source>
        <translation>От&amp;ветить в «Подключении»</translation>
    </message>
    <message>
        <source>Show the g&amp;raph</source>
        <translation>Показать &amp;граф</translation>
    </message>
    <message>
        <source>What the node prints</source>
        <translation>Что выводит узел</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n step(s) on %1</source>
        <translation>
            <numerusform>&amp;Применить %n шаг на %1</numerusform>
            <numerusform>&amp;Применить %n шага на %1</numerusform>
            <numerusform>&amp;Применить %n шагов на %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Взглянуть снова</translation>
    </message>
    <message>
        <source>A new preview. Nothing is changed.</source>
        <translation>Новый предпросмотр. Ничего не меняется.</translation>
    </message>
    <message>
        <source>&amp;Take it over from the other laptop</source>
        <translation>За&amp;брать у другого ноутбука</translation>
    </message>
    <message>
        <source>This laptop learns from the node what was begun there. Nothing is changed.</source>
        <translation>Этот ноутбук узнает у узла, что там было начато. Ничего не меняется.</translation>
    </message>
</context>
<context>
    <name>gordian::ui::MendingPresenter</name>
    <message>
        <source>A mending of %1 stands half-way (%2): %3</source>
        <translation>Починка %1 остановилась на полпути (%2): %3</translation>
    </message>
    <message>
        <source>Looking at %1. Nothing is changed.</source>
        <translation>Смотрим на %1. Ничего не меняется.</translation>
    </message>
    <message>
        <source>This is what will be done on %1. Nothing was changed yet.</source>
        <translation>Вот что будет сделано на %1. Пока ничего не изменено.</translation>
    </message>
    <message>
        <source>Refused. Nothing was changed on %1.</source>
        <translation>Отказано. На %1 ничего не изменено.</translation>
    </message>
    <message>
        <source>%1 could not be looked at. Nothing was changed.</source>
        <translation>Не удалось посмотреть на %1. Ничего не изменено.</translation>
    </message>
    <message>
        <source>The connection to %1 broke. Nothing is forgotten.</source>
        <translation>Связь с %1 оборвалась. Ничего не потеряно.</translation>
    </message>
    <message>
        <source>Stopping after this step…</source>
        <translation>Остановка после этого шага…</translation>
    </message>
    <message>
        <source>Verifying on %1: well for %2 of %3 s</source>
        <translation>Проверка на %1: исправно %2 из %3 с</translation>
    </message>
    <message>
        <source>Verifying on %1…</source>
        <translation>Проверка на %1…</translation>
    </message>
    <message>
        <source>Undoing on %1…</source>
        <translation>Отмена на %1…</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Подключение к %1…</translation>
    </message>
    <message>
        <source>Applying on %1…</source>
        <translation>Применение на %1…</translation>
    </message>
    <message>
        <source>It could not begin.</source>
        <translation>Начать не удалось.</translation>
    </message>
    <message>
        <source>Applied on %1, and found well.</source>
        <translation>Применено на %1, всё исправно.</translation>
    </message>
    <message>
        <source>It was undone: %1 is as it was before.</source>
        <translation>Всё отменено: %1 в прежнем состоянии.</translation>
    </message>
    <message>
        <source>Undone: %1 is as it was before.</source>
        <translation>Отменено: %1 в прежнем состоянии.</translation>
    </message>
    <message>
        <source>Partly undone: somebody else changed what was to be put back.</source>
        <translation>Отменено частично: кто-то другой изменил то, что нужно было вернуть.</translation>
    </message>
    <message>
        <source>Nothing was changed on %1.</source>
        <translation>На %1 ничего не изменено.</translation>
    </message>
    <message>
        <source>It stands half-way on %1, with nothing half done. Go on or undo.</source>
        <translation>Починка на %1 остановлена на полпути, ни один шаг не сделан наполовину. Продолжите или отмените.</translation>
    </message>
    <message>
        <source>The node asks something. Answer it under Connect.</source>
        <translation>Узел о чём-то спрашивает. Ответьте в «Подключении».</translation>
    </message>
    <message>
        <source>Gordian can find out what became of it there, and go on from there or undo it.</source>
        <translation>Gordian может выяснить, что там успело произойти, и продолжить с этого места или всё отменить.</translation>
    </message>
    <message>
        <source>Somebody else changed %1 since; it was left as it is.</source>
        <translation>Кто-то другой с тех пор изменил %1; файл оставлен как есть.</translation>
    </message>
    <message>
        <source>Gordian collects from the node again to see what has cleared.</source>
        <translation>Gordian снова собирает данные с узла, чтобы увидеть, что исчезло.</translation>
    </message>
    <message>
        <source>Undone on %1, but for what cannot be undone. Its backup was kept.</source>
        <translation>На %1 откачено всё, кроме необратимого. Его резервная копия сохранена.</translation>
    </message>
    <message>
        <source>Undoing was stopped on %1, with nothing half done.</source>
        <translation>Откат на %1 остановлен, ничего не брошено на середине.</translation>
    </message>
    <message>
        <source>It could not all be undone on %1 yet. Undo again once the reason is gone.</source>
        <translation>Пока не всё удалось откатить на %1. Повторите откат, когда причина исчезнет.</translation>
    </message>
    <message>
        <source>What follows is not shown any more.</source>
        <translation>Дальнейшее не показывается.</translation>
    </message>
    <message>
        <source>All steps are done on %1, but nobody has seen that they helped. Go on or undo.</source>
        <translation>Все шаги на %1 сделаны, но помогли ли они, ещё не проверено. Продолжите или отмените.</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Шаг %1: %2</translation>
    </message>
    <message>
        <source>What was kept was put back; nothing of it is left on %1.</source>
        <translation>Сохранённое возвращено на место; на %1 от него ничего не осталось.</translation>
    </message>
    <message>
        <source>On %1 in %2. What a step changes is copied there first, and the copy is compared by its hash.</source>
        <translation>На %1 в %2. То, что меняет шаг, сначала копируется туда, и копия сверяется по хешу.</translation>
    </message>
    <message>
        <source>With the button Undo, here; also after a restart of Gordian, while it stands half-way. At any time: gordianctl remedy undo %1</source>
        <translation>Кнопкой «Отменить» здесь; пока починка стоит на полпути, то и после перезапуска Gordian. В любое время: gordianctl remedy undo %1</translation>
    </message>
    <message>
        <source>%1 of %2 steps are done.</source>
        <translation>Сделано шагов: %1 из %2.</translation>
    </message>
    <message>
        <source>Compare theirs with what was kept, put right by hand what is wrong, then leave it so; or put theirs aside and undo again.</source>
        <translation>Сравните чужое с сохранённым, исправьте вручную, что неверно, и оставьте так; или уберите чужое и отмените снова.</translation>
    </message>
    <message>
        <source>Asking %1 what another laptop began there. Nothing is changed.</source>
        <translation>Спрашиваем %1, что там начал другой ноутбук. Ничего не меняется.</translation>
    </message>
    <message>
        <source>If that computer is lost, take the mending over; it then stands above, to go on with or to undo.</source>
        <translation>Если того компьютера больше нет, заберите починку себе: она появится вверху, её можно продолжить или отменить.</translation>
    </message>
    <message>
        <source>Nothing of another laptop&apos;s is under way there any more. Look again.</source>
        <translation>Другой ноутбук там больше ничего не делает. Взгляните снова.</translation>
    </message>
</context>
<context>
    <name>gordian::ui::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Закрыть это сообщение</translation>
    </message>
</context>
<context>
    <name>gordian::ui::NodeDetail</name>
    <message>
        <source>known:   %1 %2
shown:   %3 %4
written: %5, line %6</source>
        <translation>известен: %1 %2
показан:  %3 %4
записан:  %5, строка %6</translation>
    </message>
    <message>
        <source>signed in with %1, round trip %2</source>
        <translation>вход: %1, задержка %2</translation>
    </message>
    <message>
        <source>Without root some questions stay open. Give your sudo password, or ask the machine&apos;s administrator for these sudoers lines:</source>
        <translation>Без прав root часть вопросов остаётся без ответа. Введите свой пароль sudo или попросите администратора машины об этих строках sudoers:</translation>
    </message>
    <message>
        <source>&amp;Use sudo…</source>
        <translation>Через &amp;sudo…</translation>
    </message>
    <message>
        <source>Ask for the sudo password and collect again</source>
        <translation>Запросить пароль sudo и собрать снова</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Try this machine again</source>
        <translation>Повторить для этой машины</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Remove this machine from the case</source>
        <translation>Убрать эту машину из дела</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy what is said about this machine</source>
        <translation>Копировать сказанное об этой машине</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Вход: %1</translation>
    </message>
    <message>
        <source>Signed in as %1, %2</source>
        <translation>Вход: %1, %2</translation>
    </message>
</context>
<context>
    <name>gordian::ui::NodesPanel</name>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n машина</numerusform>
            <numerusform>%n машины</numerusform>
            <numerusform>%n машин</numerusform>
        </translation>
    </message>
    <message>
        <source>Machines and their state</source>
        <translation>Машины и их состояние</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>Stop and keep what came</source>
        <translation>Остановить и оставить собранное</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Collect again from %n machine(s)</source>
        <translation>
            <numerusform>&amp;Собрать снова с %n машины</numerusform>
            <numerusform>&amp;Собрать снова с %n машин</numerusform>
            <numerusform>&amp;Собрать снова с %n машин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Connect to %n machine(s) and collect</source>
        <translation>
            <numerusform>&amp;Подключиться к %n машине и собрать</numerusform>
            <numerusform>&amp;Подключиться к %n машинам и собрать</numerusform>
            <numerusform>&amp;Подключиться к %n машинам и собрать</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gordian::ui::OtherWaysPanel</name>
    <message>
        <source>Or without signing in</source>
        <translation>Или без входа на машину</translation>
    </message>
    <message>
        <source>Open a &amp;file</source>
        <translation>Открыть &amp;файл</translation>
    </message>
    <message>
        <source>&amp;Paste text or logs</source>
        <translation>&amp;Вставить текст или журналы</translation>
    </message>
    <message>
        <source>crictl, journalctl, YAML: from a ticket or a forum</source>
        <translation>crictl, journalctl, YAML: из заявки или с форума</translation>
    </message>
    <message>
        <source>&amp;Try the demo node</source>
        <translation>&amp;Попробовать учебный узел</translation>
    </message>
    <message>
        <source>A broken control plane on this computer, over real SSH</source>
        <translation>Сломанный control plane здесь же, по настоящему SSH</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>Недавнее</translation>
    </message>
    <message>
        <source>Connect again to %1</source>
        <translation>Снова подключиться: %1</translation>
    </message>
    <message>
        <source>Open again %1</source>
        <translation>Снова открыть: %1</translation>
    </message>
    <message>
        <source>A case, a report, a sos report or another bundle</source>
        <translation>Дело, отчёт, sos report или другой сборник</translation>
    </message>
    <message>
        <source>A node &amp;out of reach</source>
        <translation>&amp;Недоступный узел</translation>
    </message>
    <message>
        <source>Save a script to run there; open what it prints</source>
        <translation>Сохраните скрипт для него и откройте вывод</translation>
    </message>
</context>
<context>
    <name>gordian::ui::PastePanel</name>
    <message>
        <source>Paste what you have</source>
        <translation>Вставьте, что есть</translation>
    </message>
    <message>
        <source>Output of crictl, journalctl or kubectl, log lines, YAML, in any order and mixed; also a whole message from a forum. Gordian recognises what is what.</source>
        <translation>Вывод crictl, journalctl или kubectl, строки журналов, YAML, в любом порядке и вперемешку; можно и целое сообщение с форума. Gordian сам разберёт, что есть что.</translation>
    </message>
    <message>
        <source>Text to read</source>
        <translation>Текст для чтения</translation>
    </message>
    <message>
        <source>&amp;Read it</source>
        <translation>&amp;Прочитать</translation>
    </message>
    <message>
        <source>Read the pasted text</source>
        <translation>Прочитать вставленный текст</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Back without reading</source>
        <translation>Назад, не читая</translation>
    </message>
</context>
<context>
    <name>gordian::ui::PromisePanel</name>
    <message>
        <source>What happens next</source>
        <translation>Что будет дальше</translation>
    </message>
    <message>
        <source>Gordian signs in over SSH</source>
        <translation>Gordian входит по SSH</translation>
    </message>
    <message>
        <source>With your agent, keys or password. It works when the Kubernetes API is dead. Host keys are always checked.</source>
        <translation>С вашим агентом, ключами или паролем. Работает и тогда, когда API Kubernetes не отвечает. Ключи хостов проверяются всегда.</translation>
    </message>
    <message>
        <source>It reads, and leaves nothing behind</source>
        <translation>Он только читает и не оставляет следов</translation>
    </message>
    <message>
        <source>One read-only script a machine, every command under a time limit. Nothing is installed or written there. Keys and Secrets stay where they are.</source>
        <translation>Один скрипт только для чтения на машину, у каждой команды предел времени. Там ничего не ставится и не пишется. Ключи и Secrets остаются на месте.</translation>
    </message>
    <message>
        <source>It names the one cause, with proof</source>
        <translation>Он называет одну причину и доказывает её</translation>
    </message>
    <message>
        <source>The lines that prove it, what is merely blocked by it, and what is innocent. Where it cannot know, it says so and names the question that would tell.</source>
        <translation>Строки, которые её доказывают, что ею лишь заблокировано и что ни при чём. Чего знать нельзя, о том он так и говорит и называет вопрос, который прояснит дело.</translation>
    </message>
    <message>
        <source>You decide</source>
        <translation>Решаете вы</translation>
    </message>
    <message>
        <source>The repair is shown step by step first. Gordian changes a machine only when you click on a preview, and can undo it.</source>
        <translation>Сначала починка показывается по шагам. Gordian меняет машину, только когда вы нажмёте кнопку в предпросмотре, и может это отменить.</translation>
    </message>
</context>
<context>
    <name>gordian::ui::Rail</name>
    <message>
        <source>needs you</source>
        <translation>ждёт вас</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>answers done</comment>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>вход</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message numerus="yes">
        <source>%n cause(s)</source>
        <translation>
            <numerusform>%n причина</numerusform>
            <numerusform>%n причины</numerusform>
            <numerusform>%n причин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n шаг</numerusform>
            <numerusform>%n шага</numerusform>
            <numerusform>%n шагов</numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation>готов</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Сбор</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Находки</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Починка</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Машины</translation>
    </message>
    <message>
        <source>Machines and their health</source>
        <translation>Машины и их состояние</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Разделы</translation>
    </message>
</context>
<context>
    <name>gordian::ui::RemedyCard</name>
    <message>
        <source>Gordian can do this</source>
        <translation>Gordian может сделать это сам</translation>
    </message>
    <message>
        <source>&amp;Preview…</source>
        <translation>&amp;Предпросмотр…</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Предпросмотр: %1</translation>
    </message>
    <message>
        <source>Gordian can do this: %1</source>
        <translation>Gordian может сделать это сам: %1</translation>
    </message>
</context>
<context>
    <name>gordian::ui::ReportPage</name>
    <message>
        <source>There is nothing to report yet. Connect to a machine or open a file first.</source>
        <translation>Докладывать пока не о чем. Сначала подключитесь к машине или откройте файл.</translation>
    </message>
    <message>
        <source>Write the report to</source>
        <translation>Куда записать отчёт</translation>
    </message>
    <message>
        <source>Report (*.%1)</source>
        <translation>Отчёт (*.%1)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Записано в %1</translation>
    </message>
    <message>
        <source>No report yet</source>
        <translation>Отчёта пока нет</translation>
    </message>
    <message>
        <source>It writes itself while Gordian collects: the verdict, its proof, what was asked and what was not. Connect to a machine or open a file first.</source>
        <translation>Он пишется сам, пока Gordian собирает: вывод, доказательства, о чём спрошено и о чём нет. Сначала подключитесь к машине или откройте файл.</translation>
    </message>
    <message>
        <source>Go to &amp;Connect</source>
        <translation>К &amp;подключению</translation>
    </message>
    <message>
        <source>Go to Connect</source>
        <translation>Перейти к подключению</translation>
    </message>
    <message>
        <source>Hand it over</source>
        <translation>Передать дальше</translation>
    </message>
    <message>
        <source>One file that opens in any browser, without a network. Keys, Secrets and passwords are never in it; names and addresses are.</source>
        <translation>Один файл, открывается в любом браузере без сети. Ключей, Secrets и паролей в нём никогда нет; имена и адреса есть.</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Язык отчёта</translation>
    </message>
    <message>
        <source>&amp;Put the case inside</source>
        <translation>В&amp;ложить дело</translation>
    </message>
    <message>
        <source>Put the case inside the report</source>
        <translation>Вложить дело в отчёт</translation>
    </message>
    <message>
        <source>Whoever gets the report can open it with Gordian and look further.</source>
        <translation>Получатель сможет открыть отчёт в Gordian и посмотреть глубже.</translation>
    </message>
    <message>
        <source>The report as it will be</source>
        <translation>Отчёт, каким он будет</translation>
    </message>
    <message>
        <source>Export as %1</source>
        <translation>Экспорт в %1</translation>
    </message>
    <message>
        <source>&amp;Export HTML…</source>
        <translation>&amp;Экспорт HTML…</translation>
    </message>
    <message>
        <source>PD&amp;F…</source>
        <translation>PD&amp;F…</translation>
    </message>
    <message>
        <source>&amp;Markdown…</source>
        <translation>&amp;Markdown…</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>&amp;JSON…</translation>
    </message>
    <message>
        <source>&amp;Copy for a ticket</source>
        <translation>&amp;Копировать в заявку</translation>
    </message>
    <message>
        <source>Copy the report as Markdown for a ticket</source>
        <translation>Копировать отчёт как Markdown для заявки</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>Открыть &amp;папку</translation>
    </message>
    <message>
        <source>Open the folder of the report</source>
        <translation>Открыть папку отчёта</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>Записывается %1…</translation>
    </message>
    <message>
        <source>A report is being written</source>
        <translation>Отчёт записывается</translation>
    </message>
</context>
<context>
    <name>gordian::ui::SecretPanel</name>
    <message>
        <source>Passphrase of the key %1</source>
        <translation>Парольная фраза ключа %1</translation>
    </message>
    <message>
        <source>sudo password of %1</source>
        <translation>Пароль sudo для %1</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <translation>%1 спрашивает</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Пароль для %1</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>The last answer was refused.</source>
        <translation>Прошлый ответ был отклонён.</translation>
    </message>
    <message>
        <source>&amp;Keep it in the system keyring</source>
        <translation>&amp;Хранить в системной связке ключей</translation>
    </message>
    <message>
        <source>Keep it in the system keyring</source>
        <translation>Хранить в системной связке ключей</translation>
    </message>
    <message>
        <source>Otherwise it is forgotten when Gordian closes. It is never written to a file.</source>
        <translation>Иначе забывается при закрытии Gordian. В файл не записывается никогда.</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Войти</translation>
    </message>
    <message>
        <source>Sign in with this answer</source>
        <translation>Войти с этим ответом</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>П&amp;ропустить</translation>
    </message>
    <message>
        <source>Skip: try without this answer</source>
        <translation>Пропустить: попробовать без этого ответа</translation>
    </message>
</context>
<context>
    <name>gordian::ui::ShortcutsPanel</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Горячие клавиши</translation>
    </message>
    <message>
        <source>Evidence of the chosen finding</source>
        <translation>Доказательства выбранной находки</translation>
    </message>
    <message>
        <source>Add the typed machines</source>
        <translation>Добавить введённые машины</translation>
    </message>
</context>
<context>
    <name>gordian::ui::SignInOptions</name>
    <message>
        <source>Choose a private key</source>
        <translation>Выбрать закрытый ключ</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Sign-in &amp;options</source>
        <translation>Параметры &amp;входа</translation>
    </message>
    <message>
        <source>Sign-in options</source>
        <translation>Параметры входа</translation>
    </message>
    <message>
        <source>Identity file, jump hosts, rights on the machine</source>
        <translation>Файл ключа, промежуточные хосты, права на машине</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>Файл &amp;ключа</translation>
    </message>
    <message>
        <source>Key file to sign in with</source>
        <translation>Файл ключа для входа</translation>
    </message>
    <message>
        <source>agent and ssh config</source>
        <translation>агент и ssh config</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation>Выбрать файл ключа</translation>
    </message>
    <message>
        <source>&amp;Jump hosts</source>
        <translation>&amp;Через хосты</translation>
    </message>
    <message>
        <source>Jump hosts, first hop first</source>
        <translation>Промежуточные хосты, начиная с первого</translation>
    </message>
    <message>
        <source>ops@bastion, ops@inner:2222</source>
        <translation>ops@bastion, ops@inner:2222</translation>
    </message>
    <message>
        <source>&amp;Rights</source>
        <translation>П&amp;рава</translation>
    </message>
    <message>
        <source>Rights on the machine</source>
        <translation>Права на машине</translation>
    </message>
    <message>
        <source>Root where sudo asks no password</source>
        <translation>root, если sudo без пароля</translation>
    </message>
    <message>
        <source>Root; ask me for the sudo password</source>
        <translation>root; спросить пароль sudo</translation>
    </message>
    <message>
        <source>The account&apos;s own, no sudo</source>
        <translation>Права учётной записи, без sudo</translation>
    </message>
</context>
<context>
    <name>gordian::ui::StepCard</name>
    <message>
        <source>Risk: %1</source>
        <translation>Риск: %1</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Шаг %1: %2</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>Команда: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy the command %1</source>
        <translation>Копировать команду %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>gordian::ui::UnfinishedBar</name>
    <message>
        <source>Mendings that stand half-way</source>
        <translation>Починки, остановленные на полпути</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>Оставить так</translation>
    </message>
    <message>
        <source>Nothing more is done about it and it is not shown any more. What was kept stays on the node: gordianctl remedy undo %1 still takes it back.</source>
        <translation>Больше ничего не делается, и строка исчезает. Сохранённое остаётся на узле: gordianctl remedy undo %1 по-прежнему откатит.</translation>
    </message>
</context>
<context>
    <name>gordian::ui::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;New case</source>
        <translation>&amp;Новое дело</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>&amp;Save case as…</source>
        <translation>&amp;Сохранить дело как…</translation>
    </message>
    <message>
        <source>&amp;Export report…</source>
        <translation>&amp;Экспорт отчёта…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Copy as Markdown</source>
        <translation>&amp;Копировать как Markdown</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Поиск</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>&amp;Следующая находка</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>&amp;Предыдущая находка</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>П&amp;ереход</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>П&amp;одключение</translation>
    </message>
    <message>
        <source>C&amp;ollect</source>
        <translation>&amp;Сбор</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>&amp;Находки</translation>
    </message>
    <message>
        <source>F&amp;ix</source>
        <translation>По&amp;чинка</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>&amp;Отчёт</translation>
    </message>
    <message>
        <source>Collect &amp;again</source>
        <translation>Собрать &amp;снова</translation>
    </message>
    <message>
        <source>&amp;Stop, keep what came</source>
        <translation>&amp;Остановить, собранное оставить</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Горячие клавиши</translation>
    </message>
    <message>
        <source>&amp;About Gordian</source>
        <translation>&amp;О программе Gordian</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлая</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмная</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>У&amp;величить</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>У&amp;меньшить</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Обычный размер</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Во весь экран</translation>
    </message>
    <message>
        <source>K&amp;nowledge…</source>
        <translation>&amp;Знания…</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Finds the one cause behind a Kubernetes cluster that does not come up.</source>
        <translation>Находит единственную причину, по которой не поднимается кластер Kubernetes.</translation>
    </message>
    <message>
        <source>Case, report or text to open, or user@host</source>
        <translation>Дело, отчёт или текст для открытия либо user@host</translation>
    </message>
    <message>
        <source>Start the demo node and examine it</source>
        <translation>Запустить учебный узел и проверить его</translation>
    </message>
    <message>
        <source>Write a picture of each step to the folder and end</source>
        <translation>Записать снимок каждого шага в папку и закончить</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>папка</translation>
    </message>
    <message>
        <source>%1 was left out. Help &gt; Knowledge says why.</source>
        <translation>%1 не загружено. Почему — в «Справка &gt; Знания».</translation>
    </message>
</context>
</TS>
