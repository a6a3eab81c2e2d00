package io.siyu.content.word.match;

import org.ahocorasick.trie.PayloadEmit;
import org.ahocorasick.trie.PayloadTrie;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the banned words of a shop in a text. One that lies wholly inside an allowed phrase is none; the phrases that
 * ship with the product excuse only the words that ship with it, a shop's own phrases excuse all.
 */
public final class WordMatcher {
    private final PayloadTrie<Entry> banned;
    private final PayloadTrie<Entry> allowed;

    private WordMatcher(PayloadTrie<Entry> banned, PayloadTrie<Entry> allowed) {
        this.banned = banned;
        this.allowed = allowed;
    }

    /** A word of a list, ready to be looked for. */
    private record Entry(String word, ReaderText text, boolean isShops) {}

    /** Holds the built-in one from first use on: most shops have no lists of their own. */
    private static final class BuiltIn {
        static final WordMatcher MATCHER = of(WordList.EMPTY);
    }

    /** By the lists alone that ship with the product. */
    public static WordMatcher builtIn() {
        return BuiltIn.MATCHER;
    }

    /** By these words alone, and nothing allows them. */
    public static WordMatcher only(Collection<String> words) {
        return new WordMatcher(trie(List.of(), words), trie(List.of(), List.of()));
    }

    public static WordMatcher of(WordList shops) {
        WordList builtIn = BuiltInWords.LIST;
        return new WordMatcher(trie(builtIn.banned(), shops.banned()), trie(builtIn.allowed(), shops.allowed()));
    }

    private static PayloadTrie<Entry> trie(Collection<String> builtIn, Collection<String> shops) {
        Map<String, Entry> byLetters = new LinkedHashMap<>();
        builtIn.forEach(word -> add(word, false, byLetters));
        // What both lists have is the shop's.
        shops.forEach(word -> add(word, true, byLetters));
        PayloadTrie.PayloadTrieBuilder<Entry> trie = PayloadTrie.builder();
        byLetters.forEach(trie::addKeyword);
        return trie.build();
    }

    private static void add(String word, boolean isShops, Map<String, Entry> byLetters) {
        ReaderText text = ReaderText.of(word);
        byLetters.put(text.letters(), new Entry(word, text, isShops));
    }

    /** The banned words in a text in their order, each once a way of writing; of one inside another only the other. */
    public List<BannedWord> findIn(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        Set<BannedWord> found = new LinkedHashSet<>(findIn(ReaderText.of(text)));
        OtherReadings.of(text).forEach(other -> found.addAll(findIn(other)));
        return List.copyOf(found);
    }

    private List<BannedWord> findIn(ReaderText read) {
        List<PayloadEmit<Entry>> hits = read(banned, read);
        if (hits.isEmpty()) {
            return List.of();
        }
        List<PayloadEmit<Entry>> phrases = read(allowed, read);
        int[] byAll = furthest(phrases, read.length());
        int[] byShops = furthest(
                phrases.stream().filter(phrase -> phrase.getPayload().isShops()).toList(), read.length());
        hits.removeIf(hit -> hit.getEnd() <= (hit.getPayload().isShops() ? byShops : byAll)[hit.getStart()]);
        PlainSense plain = new PlainSense(read.original());
        hits.removeIf(hit -> isPlain(plain, read, hit));
        return outermost(hits).stream().map(hit -> found(read, hit)).distinct().toList();
    }

    /** Only where nothing hides the word, and never one that the shop itself bans: it means it. */
    private static boolean isPlain(PlainSense plain, ReaderText read, PayloadEmit<Entry> hit) {
        Entry entry = hit.getPayload();
        int from = read.offsetOf(hit.getStart());
        int to = read.offsetBehind(hit.getEnd() + 1);
        return !entry.isShops()
                && read.original().substring(from, to).equals(entry.word())
                && plain.has(entry.word(), from, to);
    }

    private static List<PayloadEmit<Entry>> read(PayloadTrie<Entry> trie, ReaderText text) {
        List<PayloadEmit<Entry>> hits = new ArrayList<>(trie.parseText(text.letters()));
        hits.removeIf(hit -> !new Spelling(
                        text, hit.getStart(), hit.getEnd() + 1, hit.getPayload().text())
                .isOneWord());
        return hits;
    }

    /** For each position the furthest end of a phrase that has begun there or before. */
    private static int[] furthest(List<PayloadEmit<Entry>> phrases, int length) {
        int[] furthest = new int[length];
        Arrays.fill(furthest, -1);
        phrases.forEach(phrase -> furthest[phrase.getStart()] = Math.max(furthest[phrase.getStart()], phrase.getEnd()));
        for (int at = 1; at < length; at++) {
            furthest[at] = Math.max(furthest[at], furthest[at - 1]);
        }
        return furthest;
    }

    private static List<PayloadEmit<Entry>> outermost(List<PayloadEmit<Entry>> hits) {
        hits.sort(Comparator.<PayloadEmit<Entry>>comparingInt(PayloadEmit::getStart)
                .thenComparing(Comparator.<PayloadEmit<Entry>>comparingInt(PayloadEmit::getEnd)
                        .reversed()));
        List<PayloadEmit<Entry>> outermost = new ArrayList<>();
        int end = -1;
        for (PayloadEmit<Entry> hit : hits) {
            if (hit.getEnd() > end) {
                outermost.add(hit);
                end = hit.getEnd();
            }
        }
        return outermost;
    }

    private static BannedWord found(ReaderText text, PayloadEmit<Entry> hit) {
        Entry entry = hit.getPayload();
        return new BannedWord(text.written(hit.getStart(), hit.getEnd() + 1), entry.word(), entry.isShops());
    }
}
