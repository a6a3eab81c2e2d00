package io.siyu.tables;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class JavaTextsTest {
    private final JavaTexts texts = new JavaTexts();

    @Test
    void literalsThatAreAddedAreOneText() {
        texts.add("A", "class A { String a() { return \"UPDATE x\" // why\n + \" SET y = ?\"; } }");
        assertThat(texts.texts("A")).containsExactly("UPDATE x SET y = ?");
    }

    @Test
    void whatIsNoConstantIsOpen() {
        texts.add("A", "sql.update(\"DELETE FROM \" + table.name(1, 2) + \" WHERE id = \" + (a + b), \"other\");");
        assertThat(texts.texts("A")).containsExactly("DELETE FROM … WHERE id = …", "other");
    }

    @Test
    void constantsOfTheSameAndOfOtherClassesAreReplaced() {
        texts.add("order/Lock", "static final String TABLE = \"lock_\" + PART; static final String PART = \"row\";");
        texts.add("B", "static final String SET = \" SET a = 1\"; String s = \"UPDATE \" + Lock.TABLE + SET;");
        assertThat(texts.texts("B")).contains("UPDATE lock_row SET a = 1");
    }

    @Test
    void aTextMayBeginWithAConstant() {
        texts.add("A", "static final String HEAD = \"INSERT INTO x\"; void a() { run(HEAD + \" (y) VALUES (?)\"); }");
        assertThat(texts.texts("A")).contains("INSERT INTO x (y) VALUES (?)");
    }

    @Test
    void aConstantThatNamesItselfEndsSomewhere() {
        texts.add("A", "String a = \"x\" + b; String b = \"y\" + a;");
        assertThat(texts.texts("A")).contains("xyx…", "yxy…");
    }

    @Test
    void textsWithinWhatIsAddedAreTextsOfTheirOwn() {
        texts.add("A", "run(\"SELECT \" + list(x -> \"UPDATE y SET z = 1\") + \" FROM t\");");
        assertThat(texts.texts("A")).containsExactly("SELECT … FROM t", "UPDATE y SET z = 1");
    }

    @Test
    void textBlocksAreTextsAndCommentsAreNot() {
        texts.add("A", "/* \"no\" */ String a = \"\"\"\n  DELETE FROM x\n  \"\"\"; char c = '\"'; // \"no\"\n");
        assertThat(texts.texts("A")).singleElement().asString().contains("DELETE FROM x");
    }

    @Test
    void argumentsOfCallsAreFound() {
        texts.add(
                "A",
                "static final String T = \"tt\"; new Lease(sql(1, 2), T); x.Table.of(\"no\"); Table.of(\"yes\", 1);");
        assertThat(texts.arguments("A", "new Lease", 1)).isEqualTo(List.of("tt"));
        assertThat(texts.arguments("A", "Table.of", 0)).isEqualTo(List.of("yes"));
        assertThat(texts.arguments("A", "Table.of", 1)).isEqualTo(List.of("…"));
    }
}
