package io.siyu.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Two classes of one name get a number in the contract, which changes when a third one comes: clients break by it. */
class SchemaNamesTest {
    private static final File CONTRACT = new File("openapi/siyu.yaml");

    @Test
    void eachSchemaHasANameOfItsOwn() throws IOException {
        JsonNode schemas = new YAMLMapper().readTree(CONTRACT).at("/components/schemas");
        List<String> names = new ArrayList<>();
        schemas.fieldNames().forEachRemaining(names::add);
        assertThat(names).hasSizeGreaterThan(100).noneMatch(name -> name.matches(".*\\d"));
    }
}
