// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "knowledge/packedknowledge.h"

#include "knowledge/recordfields.h"

#include <QHash>
#include <QResource>

#include <bit>
#include <cstring>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace gordian {

/// What a KnowledgeBase holds before it is indexed.
struct KnowledgeParts {
    template <typename Knowledge> static auto of(Knowledge &knowledge)
    {
        return std::tie(knowledge.m_components, knowledge.m_probes, knowledge.m_probeConditions,
                        knowledge.m_facts, knowledge.m_signatures, knowledge.m_checks, knowledge.m_causes,
                        knowledge.m_cycles, knowledge.m_remedies);
    }
    static QVector<Signature> &signatures(KnowledgeBase &knowledge) { return knowledge.m_signatures; }
    static void index(KnowledgeBase &knowledge) { knowledge.index(); }
};

namespace {

using Word = std::uint32_t;

/// First come the words that all but texts is made of, then where each text lies, then the texts as QString
/// has them, each once, then bytes.
struct Header {
    Word magic = kMagic; ///< another number where bytes have another order
    Word words = 0;
    Word texts = 0;
    Word characters = 0;
    Word bytes = 0;

    static constexpr Word kMagic = 0x474B0001;
};

struct TextPlace {
    Word offset = 0;
    Word length = 0;
};

template <typename T>
concept Number = std::is_same_v<T, bool> || std::is_same_v<T, int> || std::is_enum_v<T>;

template <typename T>
concept LongNumber = std::is_same_v<T, double> || std::is_same_v<T, qint64>;

template <typename T>
concept Record = !std::is_same_v<std::remove_cv_t<decltype(kFields<T>)>, std::nullptr_t>;

class Writer {
public:
    template <Number T> void put(T value) { m_words.push_back(Word(value)); }

    template <LongNumber T> void put(T value)
    {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        m_words.push_back(Word(bits));
        m_words.push_back(Word(bits >> 32U));
    }

    void put(const QString &text)
    {
        const auto known = m_known.constFind(text);
        if (known != m_known.cend()) {
            m_words.push_back(*known);
            return;
        }
        const auto index = Word(m_texts.size());
        m_texts.push_back({Word(m_characters.size()), Word(text.size())});
        m_characters += text + QChar();
        m_known.insert(text, index);
        m_words.push_back(index);
    }

    void put(const QByteArray &bytes)
    {
        m_words.push_back(Word(m_bytes.size()));
        m_words.push_back(Word(bytes.size()));
        m_bytes += bytes + '\0';
    }

    template <typename T> void put(const QVector<T> &items)
    {
        m_words.push_back(Word(items.size()));
        for (const T &item : items) {
            put(item);
        }
    }

    void put(const QMap<QString, QString> &texts)
    {
        m_words.push_back(Word(texts.size()));
        for (auto item = texts.cbegin(); item != texts.cend(); ++item) {
            put(item.key());
            put(item.value());
        }
    }

    template <typename T> void put(const std::optional<T> &value)
    {
        put(value.has_value());
        if (value) {
            put(*value);
        }
    }

    void put(const ExpressionPtr &expression)
    {
        put(expression != nullptr);
        if (expression) {
            put(*expression);
        }
    }

    void put(const FactValue &value)
    {
        put(int(value.index()));
        std::visit([&](const auto &given) { put(given); }, value);
    }

    template <Record T> void put(const T &record)
    {
        std::apply([&](auto... members) { (put(record.*members), ...); }, kFields<T>);
    }

    QByteArray take() const
    {
        const Header header{Header::kMagic, Word(m_words.size()), Word(m_texts.size()),
                            Word(m_characters.size()), Word(m_bytes.size())};
        QByteArray made;
        made.append(reinterpret_cast<const char *>(&header), sizeof header);
        made.append(reinterpret_cast<const char *>(m_words.data()), qsizetype(m_words.size() * sizeof(Word)));
        made.append(reinterpret_cast<const char *>(m_texts.data()),
                    qsizetype(m_texts.size() * sizeof(TextPlace)));
        made.append(reinterpret_cast<const char *>(m_characters.utf16()),
                    m_characters.size() * qsizetype(sizeof(QChar)));
        made.append(m_bytes);
        return made;
    }

private:
    std::vector<Word> m_words;
    std::vector<TextPlace> m_texts;
    QHash<QString, Word> m_known;
    QString m_characters;
    QByteArray m_bytes;
};

class Reader {
public:
    explicit Reader(QByteArrayView all)
    {
        Header header;
        if (all.size() < qsizetype(sizeof header)
            || reinterpret_cast<std::uintptr_t>(all.data()) % alignof(Word) != 0) {
            return;
        }
        std::memcpy(&header, all.data(), sizeof header);
        const std::size_t size = sizeof header + header.words * sizeof(Word)
            + header.texts * sizeof(TextPlace) + header.characters * sizeof(QChar) + header.bytes;
        if (header.magic == Header::kMagic && size == std::size_t(all.size())) {
            const char *at = all.data() + sizeof header;
            const auto next = [&](std::size_t length) { return std::exchange(at, at + length); };
            m_at = reinterpret_cast<const Word *>(next(header.words * sizeof(Word)));
            m_end = m_at + header.words;
            m_texts = {reinterpret_cast<const TextPlace *>(next(header.texts * sizeof(TextPlace))),
                       header.texts};
            m_characters = {reinterpret_cast<const QChar *>(next(header.characters * sizeof(QChar))),
                            qsizetype(header.characters)};
            m_bytes = QByteArrayView(at, qsizetype(header.bytes));
        }
    }

    /// All was there, and nothing else.
    bool isDone() const { return m_at != nullptr && m_at == m_end && !m_failed; }

    template <Number T> void get(T &value) { value = T(word()); }

    template <LongNumber T> void get(T &value)
    {
        const std::uint64_t low = word();
        value = std::bit_cast<T>(low | std::uint64_t(word()) << 32U);
    }

    void get(QString &text)
    {
        const Word index = word();
        const TextPlace place = index < m_texts.size() ? m_texts[index] : TextPlace();
        if (isWithin(place.offset, place.length, m_characters.size()) && place.length > 0) {
            text = QString::fromRawData(m_characters.data() + place.offset, qsizetype(place.length));
        }
    }

    void get(QByteArray &bytes)
    {
        const Word offset = word();
        const Word length = word();
        if (isWithin(offset, length, m_bytes.size())) {
            bytes = QByteArray::fromRawData(m_bytes.data() + offset, qsizetype(length));
        }
    }

    template <typename T> void get(QVector<T> &items)
    {
        items.resize(count());
        for (T &item : items) {
            get(item);
        }
    }

    void get(QMap<QString, QString> &texts)
    {
        for (qsizetype left = count(); left > 0; --left) {
            QString key;
            QString value;
            get(key);
            get(value);
            texts.insert(texts.cend(), key, value);
        }
    }

    template <typename T> void get(std::optional<T> &value)
    {
        if (word() != 0) {
            get(value.emplace());
        }
    }

    void get(ExpressionPtr &expression)
    {
        if (word() != 0) {
            auto made = std::make_shared<Expression>();
            get(*made);
            expression = std::move(made);
        }
    }

    void get(FactValue &value)
    {
        getOneOf(value, word(), std::make_index_sequence<std::variant_size_v<FactValue>>());
    }

    template <Record T> void get(T &record)
    {
        std::apply([&](auto... members) { (get(record.*members), ...); }, kFields<T>);
    }

private:
    Word word()
    {
        m_failed = m_failed || m_at == m_end;
        return m_failed ? 0 : *m_at++;
    }

    /// Of items: each takes a word at least.
    qsizetype count()
    {
        const Word said = word();
        m_failed = m_failed || said > Word(m_end - m_at);
        return m_failed ? 0 : qsizetype(said);
    }

    bool isWithin(Word offset, Word length, qsizetype size)
    {
        m_failed = m_failed || qsizetype(offset) + qsizetype(length) > size;
        return !m_failed;
    }

    template <std::size_t... Kinds>
    void getOneOf(FactValue &value, std::size_t kind, std::index_sequence<Kinds...> /*kinds*/)
    {
        ((kind == Kinds ? get(value.emplace<Kinds>()) : void()), ...);
    }

    const Word *m_at = nullptr;
    const Word *m_end = nullptr;
    std::span<const TextPlace> m_texts;
    QStringView m_characters;
    QByteArrayView m_bytes;
    bool m_failed = false;
};

/// The resource, where it lies in the program.
QByteArrayView packedInProgram()
{
    const QResource resource(QStringLiteral(":/gordian/knowledge.bin"));
    const bool lies = resource.isValid() && resource.compressionAlgorithm() == QResource::NoCompression;
    return lies ? QByteArrayView(resource.data(), resource.size()) : QByteArrayView();
}

} // namespace

QByteArray packedKnowledge(KnowledgeBase knowledge, const QStringList &packs)
{
    for (Signature &signature : KnowledgeParts::signatures(knowledge)) {
        signature.literals = neededLiterals(signature.pattern);
    }
    QStringList sorted = packs;
    sorted.removeDuplicates();
    sorted.sort();
    Writer writer;
    writer.put(sorted);
    std::apply([&](const auto &...parts) { (writer.put(parts), ...); },
               KnowledgeParts::of(std::as_const(knowledge)));
    return writer.take();
}

std::optional<UnpackedKnowledge> unpackedKnowledge(QByteArrayView bytes)
{
    UnpackedKnowledge made;
    Reader reader(bytes);
    reader.get(made.packs);
    std::apply([&](auto &...parts) { (reader.get(parts), ...); }, KnowledgeParts::of(made.knowledge));
    if (!reader.isDone()) {
        return std::nullopt;
    }
    KnowledgeParts::index(made.knowledge);
    return made;
}

std::optional<UnpackedKnowledge> readyKnowledge()
{
    return unpackedKnowledge(packedInProgram());
}

LiteralIndex readyLiterals()
{
    LiteralIndex made;
    if (const auto ready = readyKnowledge()) {
        for (const Signature &signature : ready->knowledge.signatures()) {
            if (signature.literals) {
                made.insert(signature.pattern, *signature.literals);
            }
        }
    }
    return made;
}

} // namespace gordian
