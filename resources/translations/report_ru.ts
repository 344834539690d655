<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name>report</name>
    <message>
        <source>The SSH configuration for %1 cannot be used</source>
        <translation>Настройки SSH для %1 использовать нельзя</translation>
    </message>
    <message>
        <source>Correct the line named below in the SSH configuration, or type the node as user@address so that it is not needed.</source>
        <translation>Исправьте названную ниже строку в настройках SSH или укажите узел как пользователь@адрес, чтобы она не понадобилась.</translation>
    </message>
    <message>
        <source>The name %1 does not resolve</source>
        <translation>Имя %1 не находится</translation>
    </message>
    <message>
        <source>Check the spelling, or use the node&apos;s address. If the name is known only inside the network, go through a jump host.</source>
        <translation>Проверьте написание или укажите адрес узла. Если имя известно только внутри сети, идите через промежуточный узел.</translation>
    </message>
    <message>
        <source>%1 refused the connection</source>
        <translation>%1 отказал в соединении</translation>
    </message>
    <message>
        <source>The machine answers, but nothing listens on this port. Check the port, and on the machine&apos;s console: systemctl status ssh sshd</source>
        <translation>Машина отвечает, но этот порт никто не слушает. Проверьте порт, а на консоли машины: systemctl status ssh sshd</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 недоступен</translation>
    </message>
    <message>
        <source>There is no route, or a firewall says no. Check that the machine is on, and that you are in the right network or VPN.</source>
        <translation>Нет маршрута, или брандмауэр отказывает. Проверьте, включена ли машина и в той ли вы сети или VPN.</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 не ответил вовремя</translation>
    </message>
    <message>
        <source>The machine is off, the address is wrong, or a firewall drops the packets. Check the address, the VPN and the firewall; a jump host may be needed.</source>
        <translation>Машина выключена, адрес неверен, или брандмауэр отбрасывает пакеты. Проверьте адрес, VPN и брандмауэр; возможно, нужен промежуточный узел.</translation>
    </message>
    <message>
        <source>%1 is not an SSH server, or closed the connection at once</source>
        <translation>%1 — не сервер SSH, или он сразу закрыл соединение</translation>
    </message>
    <message>
        <source>Check the port. If it is right, the server may limit new connections (MaxStartups) or block this address (fail2ban): wait a minute and try again.</source>
        <translation>Проверьте порт. Если он верен, сервер, возможно, ограничивает новые соединения (MaxStartups) или заблокировал этот адрес (fail2ban): подождите минуту и повторите.</translation>
    </message>
    <message>
        <source>No common algorithm with %1</source>
        <translation>С %1 нет общего алгоритма</translation>
    </message>
    <message>
        <source>Both sides&apos; lists stand below. Update the older side, or allow one of the server&apos;s algorithms for this host in the SSH configuration (KexAlgorithms, HostKeyAlgorithms, Ciphers).</source>
        <translation>Списки обеих сторон — ниже. Обновите более старую сторону или разрешите для этого узла в настройках SSH один из алгоритмов сервера (KexAlgorithms, HostKeyAlgorithms, Ciphers).</translation>
    </message>
    <message>
        <source>The host key of %1 is not known</source>
        <translation>Ключ узла %1 неизвестен</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the machine&apos;s (on its console: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub) and accept it.</source>
        <translation>Сравните отпечаток с отпечатком самой машины (на её консоли: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub) и примите ключ.</translation>
    </message>
    <message>
        <source>The host key of %1 has changed</source>
        <translation>Ключ узла %1 изменился</translation>
    </message>
    <message>
        <source>Either the machine was installed anew, or somebody stands in between. Ask its administrator. Only if the new key is right, remove the old one: ssh-keygen -f %2 -R &apos;%1&apos;</source>
        <translation>Либо машину переустановили, либо кто-то стоит посередине. Спросите её администратора. Только если новый ключ верен, удалите старый: ssh-keygen -f %2 -R &apos;%1&apos;</translation>
    </message>
    <message>
        <source>The host key of %1 is refused</source>
        <translation>Ключ узла %1 отвергнут</translation>
    </message>
    <message>
        <source>known_hosts revokes this key, or holds an entry that Gordian does not trust. Ask the machine&apos;s administrator before going on.</source>
        <translation>known_hosts отзывает этот ключ или содержит запись, которой Gordian не доверяет. Прежде чем продолжать, спросите администратора машины.</translation>
    </message>
    <message>
        <source>%1 accepted none of the ways to sign in</source>
        <translation>%1 не принял ни одного способа входа</translation>
    </message>
    <message>
        <source>Check the user name first. Then add the key to the agent (ssh-add), name another key file, or ask for the key to be put into ~/.ssh/authorized_keys there.</source>
        <translation>Сначала проверьте имя пользователя. Затем добавьте ключ в агент (ssh-add), укажите другой файл ключа или попросите добавить ключ в ~/.ssh/authorized_keys на узле.</translation>
    </message>
    <message>
        <source>The jump host %1 refused to connect further</source>
        <translation>Промежуточный узел %1 отказался соединять дальше</translation>
    </message>
    <message>
        <source>Its AllowTcpForwarding or PermitOpen forbids it, or it cannot reach the next machine. Try from the jump host itself.</source>
        <translation>Это запрещают его AllowTcpForwarding или PermitOpen, или ему самому недоступна следующая машина. Попробуйте прямо с промежуточного узла.</translation>
    </message>
    <message>
        <source>The account&apos;s shell on %1 runs no commands</source>
        <translation>Оболочка учётной записи на %1 не выполняет команд</translation>
    </message>
    <message>
        <source>Gordian needs a POSIX shell (sh). Use an account with one; a restricted or menu shell cannot be examined through.</source>
        <translation>Gordian нужна оболочка POSIX (sh). Войдите под учётной записью, у которой она есть; через ограниченную оболочку или меню узел не обследовать.</translation>
    </message>
    <message>
        <source>sudo on %1 refused the password</source>
        <translation>sudo на %1 отверг пароль</translation>
    </message>
    <message>
        <source>Try again, or go on without root: Gordian then says what it could not see.</source>
        <translation>Повторите или продолжайте без root: Gordian скажет, чего не смог увидеть.</translation>
    </message>
    <message>
        <source>The disk of %1 is full: it cannot even start a shell</source>
        <translation>Диск %1 полон: нельзя запустить даже оболочку</translation>
    </message>
    <message>
        <source>Free space on its console (journalctl --vacuum-size=200M, old images and logs), then examine it again. A full disk alone stops etcd and the kubelet.</source>
        <translation>Освободите место с консоли (journalctl --vacuum-size=200M, старые образы и журналы) и обследуйте узел снова. Полный диск сам по себе останавливает etcd и kubelet.</translation>
    </message>
    <message>
        <source>The connection to %1 broke</source>
        <translation>Соединение с %1 прервалось</translation>
    </message>
    <message>
        <source>What had come by then is kept. Examine the node again; if it breaks again, look at its load, its network and whether it restarts.</source>
        <translation>Всё, что успело прийти, сохранено. Обследуйте узел снова; если прервётся опять, посмотрите на его нагрузку, сеть и не перезапускается ли он.</translation>
    </message>
    <message>
        <source>Connecting to %1 was cancelled</source>
        <translation>Соединение с %1 отменено</translation>
    </message>
    <message>
        <source>Examine it again when you like.</source>
        <translation>Обследуйте узел, когда захотите.</translation>
    </message>
    <message>
        <source>Connecting to %1 failed inside Gordian</source>
        <translation>Соединение с %1 не удалось из-за ошибки в Gordian</translation>
    </message>
    <message>
        <source>Try again; if it stays, please report it with the words below.</source>
        <translation>Повторите; если останется, сообщите нам слова, приведённые ниже.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Доказательство</translation>
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
        <source>started</source>
        <translation>запуск</translation>
    </message>
    <message>
        <source>restarted</source>
        <translation>перезапуск</translation>
    </message>
    <message>
        <source>stopped or killed</source>
        <translation>остановка или гибель</translation>
    </message>
    <message>
        <source>first error or change</source>
        <translation>первая ошибка или изменение</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>исправно</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>с замечаниями</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>отказ</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>заблокировано</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>proved</source>
        <translation>доказано</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>вероятно</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>возможно</translation>
    </message>
    <message>
        <source>not collected</source>
        <translation>не собрано</translation>
    </message>
    <message>
        <source>needs rights that the account has not got</source>
        <translation>нужны права, которых у учётной записи нет</translation>
    </message>
    <message>
        <source>the program it needs is not installed</source>
        <translation>нужная программа не установлена</translation>
    </message>
    <message>
        <source>no answer within its time limit</source>
        <translation>нет ответа за отведённое время</translation>
    </message>
    <message>
        <source>does not apply to this node</source>
        <translation>к этому узлу не относится</translation>
    </message>
    <message>
        <source>the answer was not understood</source>
        <translation>ответ не удалось разобрать</translation>
    </message>
    <message>
        <source>the node was not reached</source>
        <translation>до узла не удалось дойти</translation>
    </message>
    <message>
        <source>not connected yet</source>
        <translation>ещё не подключён</translation>
    </message>
    <message>
        <source>looking up the name</source>
        <translation>поиск имени</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>соединение</translation>
    </message>
    <message>
        <source>agreeing on keys</source>
        <translation>согласование ключей</translation>
    </message>
    <message>
        <source>checking the host key</source>
        <translation>проверка ключа узла</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>вход</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>вход выполнен</translation>
    </message>
    <message>
        <source>examining</source>
        <translation>обследование</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>закрыто</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>недоступен</translation>
    </message>
    <message>
        <source>root</source>
        <translation>root</translation>
    </message>
    <message>
        <source>root through sudo</source>
        <translation>root через sudo</translation>
    </message>
    <message>
        <source>root through sudo, with a password</source>
        <translation>root через sudo, с паролем</translation>
    </message>
    <message>
        <source>the account&apos;s own rights, not root</source>
        <translation>права самой учётной записи, без root</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>остановка</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>гибель</translation>
    </message>
    <message>
        <source>first error</source>
        <translation>первая ошибка</translation>
    </message>
    <message>
        <source>configuration changed</source>
        <translation>изменение настроек</translation>
    </message>
    <message>
        <source>certificate ends</source>
        <translation>конец сертификата</translation>
    </message>
    <message>
        <source>machine booted</source>
        <translation>загрузка машины</translation>
    </message>
    <message>
        <source>examined</source>
        <translation>обследование</translation>
    </message>
    <message>
        <source>ran</source>
        <translation>выполнено</translation>
    </message>
    <message>
        <source>stopped at its time limit</source>
        <translation>остановлено по времени</translation>
    </message>
    <message>
        <source>program not installed</source>
        <translation>программа не установлена</translation>
    </message>
    <message>
        <source>nothing to ask there</source>
        <translation>спрашивать там не о чем</translation>
    </message>
    <message>
        <source>needs more rights</source>
        <translation>нужно больше прав</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>не запускалось</translation>
    </message>
    <message>
        <source>node</source>
        <translation>узел</translation>
    </message>
    <message>
        <source>control plane</source>
        <translation>управляющий узел</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>рабочий узел</translation>
    </message>
    <message>
        <source>%1 does not exist. Check the path.</source>
        <translation>%1 не существует. Проверьте путь.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Check its permissions.</source>
        <translation>%1 нельзя прочитать: %2. Проверьте права доступа.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another folder or check its permissions.</source>
        <translation>%1 нельзя записать: %2. Выберите другую папку или проверьте права доступа.</translation>
    </message>
    <message>
        <source>There is no space left to write %1. Free some, or choose another disk; nothing collected is lost while Gordian runs.</source>
        <translation>Нет места, чтобы записать %1. Освободите его или выберите другой диск; пока Gordian работает, собранное не пропадёт.</translation>
    </message>
    <message>
        <source>%1 holds no case: it is neither a case file nor a report with its case embedded.</source>
        <translation>В %1 нет дела: это не файл дела и не отчёт с вложенным делом.</translation>
    </message>
    <message>
        <source>%1 was written by a later version of Gordian. Update Gordian to open it.</source>
        <translation>%1 записан более поздней версией Gordian. Чтобы открыть его, обновите Gordian.</translation>
    </message>
    <message>
        <source>%1 is damaged or not what its name says: %2.</source>
        <translation>%1 повреждён или не то, чем назван: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than Gordian is ready to open.</source>
        <translation>%1 больше, чем Gordian готов открыть.</translation>
    </message>
    <message>
        <source>The knowledge pack %1 has mistakes and was left out: %2.</source>
        <translation>В пакете знаний %1 есть ошибки, он пропущен: %2.</translation>
    </message>
    <message>
        <source>The plugin %1 could not be loaded: %2.</source>
        <translation>Модуль %1 не загрузился: %2.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Делать нечего.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>Something went wrong inside Gordian: %2. Please report it.</source>
        <translation>Внутри Gordian что-то пошло не так: %2. Пожалуйста, сообщите об этом.</translation>
    </message>
    <message>
        <source>No node could be examined</source>
        <translation>Не удалось обследовать ни один узел</translation>
    </message>
    <message>
        <source>Nothing is wrong with what was examined</source>
        <translation>С тем, что обследовано, всё в порядке</translation>
    </message>
    <message>
        <source>Nothing wrong was found, but not everything could be examined</source>
        <translation>Ничего плохого не найдено, но обследовать удалось не всё</translation>
    </message>
    <message>
        <source>It works, with warnings</source>
        <translation>Работает, но есть замечания</translation>
    </message>
    <message>
        <source>Something has failed, and no known cause explains it yet</source>
        <translation>Что-то отказало, и ни одна известная причина этого пока не объясняет</translation>
    </message>
    <message>
        <source>Cause and remedy</source>
        <translation>Причина и что делать</translation>
    </message>
    <message>
        <source>What needs what</source>
        <translation>Что от чего зависит</translation>
    </message>
    <message>
        <source>The knot</source>
        <translation>Гордиев узел</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>Cleared of suspicion</source>
        <translation>Вне подозрений</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Хронология</translation>
    </message>
    <message>
        <source>What was and was not seen</source>
        <translation>Что удалось увидеть, а что нет</translation>
    </message>
    <message>
        <source>What was run</source>
        <translation>Что было запущено</translation>
    </message>
    <message>
        <source>Nodes and versions</source>
        <translation>Узлы и версии</translation>
    </message>
    <message>
        <source>We offer</source>
        <translation>Мы предлагаем</translation>
    </message>
    <message>
        <source>The server offers</source>
        <translation>Сервер предлагает</translation>
    </message>
    <message>
        <source>The server accepts</source>
        <translation>Сервер принимает</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Испробовано</translation>
    </message>
    <message>
        <source>The server showed: %1 %2</source>
        <translation>Сервер показал: %1 %2</translation>
    </message>
    <message>
        <source>Known so far: %1 %2</source>
        <translation>До сих пор был известен: %1 %2</translation>
    </message>
    <message>
        <source>In %1, line %2</source>
        <translation>В %1, строка %2</translation>
    </message>
    <message>
        <source>/etc/sudoers.d/gordian; check with: visudo -cf /etc/sudoers.d/gordian</source>
        <translation>/etc/sudoers.d/gordian; проверить: visudo -cf /etc/sudoers.d/gordian</translation>
    </message>
    <message>
        <source>This lets the account do everything as root. Remove it when the examination is over.</source>
        <translation>Это позволяет учётной записи делать от имени root всё. Удалите после обследования.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>What would tell</source>
        <translation>Что ответило бы на вопрос</translation>
    </message>
    <message>
        <source>The lines that quote each other</source>
        <translation>Строки, которые ссылаются друг на друга</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Доказательства</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Ничего не пропущено.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Чего не хватает</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Узел</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>Why there is no answer</source>
        <translation>Почему нет ответа</translation>
    </message>
    <message>
        <source>Could change the verdict</source>
        <translation>Могло бы изменить вывод</translation>
    </message>
    <message>
        <source>Some questions need root. Ask the node&apos;s administrator for these sudoers lines, then examine it again:</source>
        <translation>Некоторым вопросам нужен root. Попросите у администратора узла эти строки sudoers и обследуйте узел снова:</translation>
    </message>
    <message>
        <source>Checks answered: %1 of %2. Nodes examined: %3 of %4.</source>
        <translation>Проверок с ответом: %1 из %2. Обследовано узлов: %3 из %4.</translation>
    </message>
    <message>
        <source>Questions without an answer: %1. Of these, could change the verdict: %2.</source>
        <translation>Вопросов без ответа: %1. Из них могли бы изменить вывод: %2.</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>код %1</translation>
    </message>
    <message>
        <source>%1, cut</source>
        <translation>%1, обрезано</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Заняло</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Исход</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Вывод</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Сеансы</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Every command only read. Nothing was written, installed or left behind on a node.</source>
        <translation>Каждая команда только читала. На узлах ничего не записано, не установлено и не оставлено.</translation>
    </message>
    <message>
        <source>%1: commands: %2</source>
        <translation>%1: команд: %2</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Узлы</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Учётная запись</translation>
    </message>
    <message>
        <source>Clock against ours</source>
        <translation>Часы относительно наших</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>case</source>
        <translation>дело</translation>
    </message>
    <message>
        <source>Healthy: %1</source>
        <translation>Исправно: %1</translation>
    </message>
    <message>
        <source>Dependency graph</source>
        <translation>Граф зависимостей</translation>
    </message>
    <message>
        <source>Each component of each node with its health; arrows lead to what it needs. The table below says the same.</source>
        <translation>Каждый компонент каждого узла и его состояние; стрелки ведут к тому, что ему нужно. Таблица ниже говорит то же самое.</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>причина</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Обозначения</translation>
    </message>
    <message>
        <source>Dashed: the symptoms suggest it, but it does not exist</source>
        <translation>Пунктир: на это указывают симптомы, но такой зависимости нет</translation>
    </message>
    <message>
        <source>The graph as a table</source>
        <translation>Граф в виде таблицы</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Компонент</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Blocked by, or why unknown</source>
        <translation>Чем заблокировано или почему неизвестно</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Нужно</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>попытка %1</translation>
    </message>
    <message>
        <source>Timeline of restarts</source>
        <translation>Хронология перезапусков</translation>
    </message>
    <message>
        <source>Earlier events left out: %1.</source>
        <translation>Более ранних событий пропущено: %1.</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>One clock for all nodes: UTC, corrected by each node&apos;s measured offset.</source>
        <translation>Все узлы по одним часам: UTC, с поправкой на измеренное отклонение каждого узла.</translation>
    </message>
    <message>
        <source>All events as a table</source>
        <translation>Все события в виде таблицы</translation>
    </message>
    <message>
        <source>nodes examined</source>
        <translation>узлов обследовано</translation>
    </message>
    <message>
        <source>checks answered</source>
        <translation>проверок с ответом</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Также</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>дней: %1</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Written by Gordian %1. The whole case is inside this file: Gordian opens it again.</source>
        <translation>Записано программой Gordian %1. Всё дело — внутри этого файла: Gordian откроет его снова.</translation>
    </message>
    <message>
        <source>Written by Gordian %1.</source>
        <translation>Записано программой Gordian %1.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Страница %1 из %2</translation>
    </message>
    <message>
        <source>the cluster</source>
        <translation>кластер</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 на %2</translation>
    </message>
    <message>
        <source>lines %1–%2</source>
        <translation>строки %1–%2</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>строка %1</translation>
    </message>
    <message>
        <source>seen %1 times</source>
        <translation>встречается: %1</translation>
    </message>
    <message>
        <source>proved by one fact</source>
        <translation>доказано одним фактом</translation>
    </message>
    <message>
        <source>proved by facts: %1</source>
        <translation>доказано, фактов: %1</translation>
    </message>
    <message>
        <source>not proved: %1</source>
        <translation>не доказано: %1</translation>
    </message>
    <message>
        <source>explains %1 of %2 symptoms</source>
        <translation>объясняет симптомов: %1 из %2</translation>
    </message>
    <message>
        <source>Considered and not named</source>
        <translation>Рассмотрено и не названо</translation>
    </message>
    <message>
        <source>Below the one before it: that one is surer.</source>
        <translation>Ниже предыдущей: та установлена надёжнее.</translation>
    </message>
    <message>
        <source>Below the one before it: all that it explains follows from a proved cause.</source>
        <translation>Ниже предыдущей: всё, что она объясняет, следует из доказанной причины.</translation>
    </message>
    <message>
        <source>Below the one before it: that one explains more.</source>
        <translation>Ниже предыдущей: та объясняет больше.</translation>
    </message>
    <message>
        <source>Below the one before it: more evidence speaks for that one.</source>
        <translation>Ниже предыдущей: в пользу той говорит больше улик.</translation>
    </message>
    <message>
        <source>Below the one before it: that one lies deeper, and this one may follow from it.</source>
        <translation>Ниже предыдущей: та лежит глубже, и эта может из неё следовать.</translation>
    </message>
    <message>
        <source>Nothing tells it and the one before it apart.</source>
        <translation>Её и предыдущую ничто не различает.</translation>
    </message>
    <message>
        <source>Not named: what is known excludes it.</source>
        <translation>Не названа: известное её исключает.</translation>
    </message>
    <message>
        <source>Not named: what would prove it was looked at, and is not so.</source>
        <translation>Не названа: то, что её доказало бы, проверено, и это не так.</translation>
    </message>
    <message>
        <source>Not named: as much speaks against it as for it.</source>
        <translation>Не названа: против неё говорит не меньше, чем за.</translation>
    </message>
    <message>
        <source>Not named: nothing that it leads to is wrong.</source>
        <translation>Не названа: всё, к чему она ведёт, в порядке.</translation>
    </message>
    <message>
        <source>Not named: all that it would explain follows from %1, which is proved.</source>
        <translation>Не названа: всё, что она объяснила бы, следует из доказанной %1.</translation>
    </message>
    <message>
        <source>Not named: %1 is proved and leaves nothing else to say of this node.</source>
        <translation>Не названа: доказана %1, и об этом узле больше нечего сказать.</translation>
    </message>
    <message>
        <source>What follows from it, and should clear with it</source>
        <translation>Что из неё следует и должно пройти вместе с ней</translation>
    </message>
    <message>
        <source>Log lines that should stop: %1</source>
        <translation>Строки журналов, которые должны прекратиться: %1</translation>
    </message>
    <message>
        <source>How to cut it</source>
        <translation>Как его разорвать</translation>
    </message>
    <message>
        <source>What no cause explains, and will stay</source>
        <translation>Чего не объясняет ни одна причина и что останется</translation>
    </message>
    <message>
        <source>Heavy: it is real and closes a circle; here it is cut</source>
        <translation>Жирная: настоящая и замыкает круг; разрывать здесь</translation>
    </message>
    <message>
        <source>A real circle: nothing gets up until it is cut</source>
        <translation>Настоящий круг: пока его не разорвать, ничего не поднимется</translation>
    </message>
    <message>
        <source>Only seems so: nothing waits in a circle</source>
        <translation>Только кажется: по кругу никто никого не ждёт</translation>
    </message>
    <message>
        <source>The node lacks a program that is needed: %1</source>
        <translation>На узле нет нужной программы: %1</translation>
    </message>
    <message>
        <source>This needs root&apos;s rights on the node; sign in as an account that may use sudo</source>
        <translation>Нужны права root на узле; войдите под учётной записью, которой разрешён sudo</translation>
    </message>
    <message>
        <source>Another mending has not ended there yet: %1</source>
        <translation>Там ещё не закончено другое исправление: %1</translation>
    </message>
    <message>
        <source>There is no such file: %1</source>
        <translation>Такого файла нет: %1</translation>
    </message>
    <message>
        <source>What would be made is there already: %1</source>
        <translation>То, что должно быть создано, уже есть: %1</translation>
    </message>
    <message>
        <source>The file holds secrets or is too large, and is not read: %1</source>
        <translation>Файл содержит секреты или слишком велик и не читается: %1</translation>
    </message>
    <message>
        <source>The file cannot be changed without touching more; change it by hand: %1</source>
        <translation>Файл нельзя изменить, не задев лишнего; измените его вручную: %1</translation>
    </message>
    <message>
        <source>What must be so before this is not so: %1</source>
        <translation>Не выполнено условие, которое должно быть до этого: %1</translation>
    </message>
    <message>
        <source>How to undo it cannot be found out: %1</source>
        <translation>Не удаётся узнать, как это откатить: %1</translation>
    </message>
    <message>
        <source>etcd would lose its quorum meanwhile: %1 of its members would be left</source>
        <translation>etcd на это время потеряет кворум: останется %1 участников</translation>
    </message>
    <message>
        <source>All of it is so already; nothing is to be done</source>
        <translation>Всё уже так; делать нечего</translation>
    </message>
    <message>
        <source>Somebody changed it since the plan was made; it was not touched</source>
        <translation>Это кто-то изменил после составления плана; оно не тронуто</translation>
    </message>
    <message>
        <source>The node has no room for a backup or a file: %1</source>
        <translation>На узле нет места для резервной копии или файла: %1</translation>
    </message>
    <message>
        <source>What must be so before this is not so any more: %1</source>
        <translation>Условие, которое должно быть до этого, больше не выполнено: %1</translation>
    </message>
    <message>
        <source>The command failed: %1</source>
        <translation>Команда не удалась: %1</translation>
    </message>
    <message>
        <source>It did not get well in time: %1</source>
        <translation>Состояние не стало нормальным вовремя: %1</translation>
    </message>
    <message>
        <source>This machine cannot write its journal, so nothing more is changed</source>
        <translation>Эта машина не может записать свой журнал, поэтому больше ничего не меняется</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>не начато</translation>
    </message>
    <message>
        <source>begun; nothing was changed yet</source>
        <translation>начато; ещё ничего не изменено</translation>
    </message>
    <message>
        <source>being applied</source>
        <translation>применяется</translation>
    </message>
    <message>
        <source>being verified</source>
        <translation>проверяется</translation>
    </message>
    <message>
        <source>applied and well</source>
        <translation>применено, всё в порядке</translation>
    </message>
    <message>
        <source>being undone</source>
        <translation>откатывается</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>partly undone: somebody must decide</source>
        <translation>отменено частично: решать человеку</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>running</source>
        <translation>выполняется</translation>
    </message>
    <message>
        <source>done</source>
        <translation>сделано</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>делать нечего</translation>
    </message>
    <message>
        <source>left alone</source>
        <translation>оставлено как есть</translation>
    </message>
    <message>
        <source>low (nothing that runs is interrupted)</source>
        <translation>низкий (ничего работающего не прерывается)</translation>
    </message>
    <message>
        <source>moderate (something is restarted)</source>
        <translation>умеренный (что-то перезапускается)</translation>
    </message>
    <message>
        <source>high (something is away for a while, or data is touched)</source>
        <translation>высокий (что-то на время недоступно или затронуты данные)</translation>
    </message>
    <message>
        <source>%1 is written in a way that cannot be changed without touching more: %2. Change it by hand.</source>
        <translation>%1 записан так, что его нельзя изменить, не задев лишнего: %2. Измените его вручную.</translation>
    </message>
    <message>
        <source>Every command of an examination only read. What was changed stands above.</source>
        <translation>Команды обследования только читали. Что изменено, описано выше.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Правка</translation>
    </message>
    <message>
        <source>Hashes, modes and owners</source>
        <translation>Хеши, права и владельцы</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>До</translation>
    </message>
    <message>
        <source>After</source>
        <translation>После</translation>
    </message>
    <message>
        <source>To undo it: %1</source>
        <translation>Откат: %1</translation>
    </message>
    <message>
        <source>Foretold to clear, and cleared</source>
        <translation>Предсказано исчезнуть и исчезло</translation>
    </message>
    <message>
        <source>Foretold to clear</source>
        <translation>Должно исчезнуть</translation>
    </message>
    <message>
        <source>Foretold to clear, and not cleared yet</source>
        <translation>Предсказано исчезнуть, но ещё не исчезло</translation>
    </message>
    <message>
        <source>Foretold to stay</source>
        <translation>Предсказано остаться</translation>
    </message>
    <message>
        <source>Who, where and when</source>
        <translation>Кто, где и когда</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Что сделано</translation>
    </message>
    <message>
        <source>How it was verified</source>
        <translation>Как проверено</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>По шагам</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Что изменено</translation>
    </message>
    <message>
        <source>No other API server is known to answer (%1): mend the other control-plane nodes first, or examine them too</source>
        <translation>Неизвестно, отвечает ли другой API-сервер (%1): сначала почините другие управляющие узлы или обследуйте и их</translation>
    </message>
    <message>
        <source>Another node&apos;s mending stands half-way: %1. One node at a time: end that one first</source>
        <translation>Починка другого узла остановилась на середине: %1. Узлы чинят по одному: сначала завершите её</translation>
    </message>
    <message>
        <source>The account has no root&apos;s rights on the node now, so nothing more was done</source>
        <translation>Сейчас у учётной записи нет прав root на узле, поэтому больше ничего не сделано</translation>
    </message>
    <message>
        <source>What was kept is gone or was altered; nothing was overwritten with it: %1</source>
        <translation>Сохранённое исчезло или изменено; им ничего не перезаписано: %1</translation>
    </message>
    <message>
        <source>The command took longer than it may and was ended: %1</source>
        <translation>Команда шла дольше дозволенного и остановлена: %1</translation>
    </message>
    <message>
        <source>The command was cut off from outside, as by a restart of the node: %1</source>
        <translation>Команда оборвана извне, например перезагрузкой узла: %1</translation>
    </message>
    <message>
        <source>left as it stood</source>
        <translation>оставлено как есть</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>What it interrupts</source>
        <translation>Что прерывается</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Кто выполнял</translation>
    </message>
    <message>
        <source>Account on the node</source>
        <translation>Учётная запись на узле</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Запланировано</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Начато</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Последний шаг</translation>
    </message>
    <message>
        <source>Mending</source>
        <translation>Починка</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Средство</translation>
    </message>
    <message>
        <source>SHA-256 of the plan</source>
        <translation>SHA-256 плана</translation>
    </message>
    <message>
        <source>This cannot be undone</source>
        <translation>Это необратимо</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <translation>Вывод: %1</translation>
    </message>
    <message>
        <source>Undone %1</source>
        <translation>Откачено %1</translation>
    </message>
    <message>
        <source>%1 of %2 symptoms that were foretold to clear have cleared</source>
        <translation>исчезли %1 из %2 симптомов, которым предсказано исчезнуть</translation>
    </message>
    <message>
        <source>The node is claimed</source>
        <translation>Узел занят под починку</translation>
    </message>
    <message>
        <source>Step %1 begins</source>
        <translation>Шаг %1 начинается</translation>
    </message>
    <message>
        <source>Step %1: what it changes is kept</source>
        <translation>Шаг %1: изменяемое сохранено</translation>
    </message>
    <message>
        <source>Step %1 is done</source>
        <translation>Шаг %1 выполнен</translation>
    </message>
    <message>
        <source>Step %1 is being undone</source>
        <translation>Шаг %1 откатывается</translation>
    </message>
    <message>
        <source>Step %1 is undone</source>
        <translation>Шаг %1 откачен</translation>
    </message>
    <message>
        <source>Step %1: somebody else changed %2 since; it stays</source>
        <translation>Шаг %1: с тех пор %2 изменил кто-то другой; файл оставлен</translation>
    </message>
    <message>
        <source>It failed</source>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>Step %1 failed</source>
        <translation>Сбой на шаге %1</translation>
    </message>
</context>
</TS>
