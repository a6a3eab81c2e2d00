package io.siyu.console.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.siyu.console.source.WebType.Declared;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What the console believes to come over the wire is what the contract says: each type of a types.ts has its schema. */
class WebTypesTest {
    private static final File CONTRACT = new File("openapi/siyu.yaml");

    @Test
    void typesAreThoseOfTheContract() throws IOException {
        List<Declared> types = WebSource.all().stream()
                .filter(source -> source.name().equals(WebSource.TYPES))
                .flatMap(source -> WebTypeReader.read(source.text()).stream())
                .toList();

        assertThat(types).hasSizeGreaterThan(50);
        assertThat(new WebTypeCheck(types, contract()).complaints()).isEmpty();
    }

    @Test
    void aFieldThatTheContractDoesNotHaveIsFound() throws IOException {
        assertThat(
                        complaintsOf(
                                "export interface Task { id: string; colour: string; account: { name: string; age: number } | null; }"))
                .containsExactly("Task.account.age is not in the contract", "Task.colour is not in the contract");
    }

    @Test
    void aFieldThatIsNeverNullOrAbsentIsFound() throws IOException {
        assertThat(
                        complaintsOf(
                                "export interface Task { id: string | null; overdue?: boolean; title: string | null; media: { url?: string }[] | null; }"))
                .containsExactly("Task.id is never null", "Task.media is never null", "Task.overdue is never absent");
    }

    @Test
    void anotherKindOfValueIsFound() throws IOException {
        assertThat(complaintsOf("""
                        /** @schema TaskResponse */
                        export interface Work {
                          /** How urgent. */
                          priority: string;
                          overdue: number;
                          dueAt: { day: string } | null;
                          media: Picture;
                          recipientCounts: Record<'total' | 'lost', string> | null;
                        }
                        /** @schema MediaItem */
                        export interface Picture { note?: string | null }
                        """))
                .containsExactly(
                        "Work.dueAt.day is not in the contract",
                        "Work.media.note is not in the contract",
                        "Work.overdue is no number",
                        "Work.priority is no string",
                        "Work.recipientCounts.lost is not in the contract",
                        "Work.recipientCounts.total is no string");
    }

    @Test
    void otherValuesAreFound() throws IOException {
        assertThat(complaintsOf("export type Tier = 'VIP' | 'GOLD';"))
                .singleElement()
                .asString()
                .startsWith("Tier has other values: [GOLD, VIP], not [ACTIVE, ");
        assertThat(complaintsOf("export type PreparationState = 'OPEN' | 'DONE';"))
                .hasSize(1);
        assertThat(complaintsOf("export type PreparationState = 'OPEN' | 'DONE' | 'NOT_NEEDED';"))
                .isEmpty();
    }

    @Test
    void aTypeOfNoSchemaIsFound() throws IOException {
        assertThat(complaintsOf("export interface Basket extends Task { id: string }"))
                .containsExactly("Basket stands for no schema: BasketResponse");
    }

    private static Iterable<String> complaintsOf(String types) throws IOException {
        return new WebTypeCheck(WebTypeReader.read(types), contract()).complaints();
    }

    private static JsonNode contract() throws IOException {
        return new YAMLMapper().readTree(CONTRACT);
    }
}
