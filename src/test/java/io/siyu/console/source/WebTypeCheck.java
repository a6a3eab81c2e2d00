package io.siyu.console.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.console.source.WebType.AllOf;
import io.siyu.console.source.WebType.Declared;
import io.siyu.console.source.WebType.Field;
import io.siyu.console.source.WebType.Fields;
import io.siyu.console.source.WebType.Literal;
import io.siyu.console.source.WebType.Many;
import io.siyu.console.source.WebType.Named;
import io.siyu.console.source.WebType.OneOf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds the console's types against the schemas of the contract. A type may know less than its schema: fields that no page
 * needs are left out, and as the contract lets each reference be null that Java lets be null, one may say that a field
 * always has a value. What it does say must be so there.
 */
final class WebTypeCheck {
    private static final Set<String> NOTHING = Set.of("null", "undefined");

    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final JsonNode schemas;
    private final Set<String> complaints = new TreeSet<>();

    WebTypeCheck(List<Declared> types, JsonNode contract) {
        schemas = contract.at("/components/schemas");
        for (Declared type : types) {
            if (declared.put(type.name(), type) != null) {
                complaints.add(type.name() + " is declared twice");
            }
        }
    }

    Set<String> complaints() {
        declared.values().forEach(this::check);
        return complaints;
    }

    /** A type stands for the schema that it names, else for that of its own name, or of its name and Response. */
    private void check(Declared type) {
        String name = type.schema() != null
                ? type.schema()
                : schemas.has(type.name()) ? type.name() : type.name() + "Response";
        if (schemas.has(name)) {
            compare(type.type(), schemas.get(name), type.name());
        } else {
            complaints.add(type.name() + " stands for no schema: " + name);
        }
    }

    private void compare(WebType type, JsonNode declaredSchema, String where) {
        ContractSchema schema = new ContractSchema(declaredSchema, schemas);
        WebType plain = resolved(withoutNull(resolved(type)));
        if (!plain.equals(resolved(type)) && !schema.mayBeNull()) {
            complaints.add(where + " is never null");
        }
        if (schema.isAnything() || plain instanceof Named named && isUnknown(named)) {
            return;
        }
        if (plain instanceof Many many) {
            compareItems(many, schema, where);
        } else if (plain instanceof Named named && named.name().equals("Record")) {
            compareRecord(named, schema, where);
        } else if (plain instanceof Named named) {
            require(schema.isOf(named.name()), where, "is no " + named.name());
        } else if (plain instanceof Fields || plain instanceof AllOf) {
            fieldsOf(plain).forEach((name, field) -> compareField(name, field, schema, where));
        } else {
            compareValues(plain, schema, where);
        }
    }

    private void compareItems(Many many, ContractSchema schema, String where) {
        require(schema.isOf("array"), where, "is no array");
        if (schema.isOf("array")) {
            compare(many.item(), schema.items(), where + "[]");
        }
    }

    private void compareField(String name, Field field, ContractSchema schema, String where) {
        String path = where + "." + name;
        if (!schema.has(name)) {
            complaints.add(path + " is not in the contract");
            return;
        }
        require(!field.mayBeAbsent() || !schema.requires(name), path, "is never absent");
        compare(field.type(), schema.property(name), path);
    }

    /** Of names that it lists it has a field each; else it is a map. */
    private void compareRecord(Named named, ContractSchema schema, String where) {
        WebType key = resolved(named.arguments().get(0));
        WebType value = named.arguments().get(1);
        if (schema.isMap()) {
            compare(value, schema.values(), where + ".*");
        } else {
            require(key instanceof OneOf, where, "is no map");
            valuesOf(key).forEach(name -> compareField(name, new Field(value, false), schema, where));
        }
    }

    private void compareValues(WebType type, ContractSchema schema, String where) {
        Set<String> values = valuesOf(type);
        if (values.isEmpty()) {
            complaints.add(where + " cannot be held against the contract: " + type);
        } else if (!schema.values(values)) {
            complaints.add(where + " has other values: " + values + ", " + schema.valuesInWords());
        }
    }

    private static Set<String> valuesOf(WebType type) {
        if (type instanceof Literal literal) {
            return Set.of(literal.value());
        }
        return type instanceof OneOf oneOf && oneOf.types().stream().allMatch(each -> each instanceof Literal)
                ? oneOf.types().stream()
                        .map(each -> ((Literal) each).value())
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    private Map<String, Field> fieldsOf(WebType type) {
        if (type instanceof AllOf allOf) {
            Map<String, Field> fields = new LinkedHashMap<>();
            allOf.types().forEach(part -> fields.putAll(fieldsOf(resolved(part))));
            return fields;
        }
        return type instanceof Fields fields ? fields.fields() : Map.of();
    }

    private WebType resolved(WebType type) {
        return type instanceof Named named && declared.containsKey(named.name())
                ? resolved(declared.get(named.name()).type())
                : type;
    }

    private static WebType withoutNull(WebType type) {
        if (!(type instanceof OneOf oneOf)) {
            return type;
        }
        List<WebType> rest = new ArrayList<>(oneOf.types());
        rest.removeIf(each -> each instanceof Named named && NOTHING.contains(named.name()));
        return rest.size() == 1 ? rest.get(0) : new OneOf(rest);
    }

    /** What a type leaves open, or is told by whoever uses it. */
    private boolean isUnknown(Named named) {
        return named.name().equals("unknown")
                || declared.values().stream().anyMatch(type -> named.name().equals(type.parameter()));
    }

    private void require(boolean holds, String where, String complaint) {
        if (!holds) {
            complaints.add(where + " " + complaint);
        }
    }
}
