package io.siyu.platform.privacy.person;

import io.siyu.platform.privacy.person.JsonText.Field;
import io.siyu.platform.privacy.person.JsonText.Fields;
import io.siyu.platform.privacy.person.JsonText.Items;
import io.siyu.platform.privacy.person.JsonText.Number;
import io.siyu.platform.privacy.person.JsonText.Text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a person in the values and names of a JSON document. What is unsure counts in the object that surely names the
 * person in a field of its own, and elsewhere in such a document where it is the whole of a value: the name of the customer
 * and not the title of a tea.
 */
final class PersonInJson {
    private static final Pattern SOMEBODYS_ID =
            Pattern.compile("(?:.*[_-])?(?:customer|buyer|user|member|client|platform)[_-]?id");
    private static final Pattern SOMEBODY = Pattern.compile("(?:.*[_-])?(?:customer|buyer|user|member|client)");
    private static final Pattern FIRST_NAME = Pattern.compile("(?:.*[_-])?(?:first|given)[_-]?name");
    private static final Pattern LAST_NAME = Pattern.compile("(?:.*[_-])?(?:last|family|sur)[_-]?name");
    private static final int DEEPEST_WITHIN = 4;

    private final PersonWords words;

    PersonInJson(PersonWords words) {
        this.words = words;
    }

    /**
     * Where a value stands.
     *
     * @param name of the field, in small letters
     * @param of the object's own field
     * @param isOwn whether what is unsure counts
     * @param depth of documents within texts
     */
    private record At(String name, String of, boolean isOwn, int depth) {
        At field(Field field, boolean counts) {
            return new At(field.name().toLowerCase(Locale.ROOT), name, counts, depth);
        }

        At within() {
            return new At("", "", isOwn, depth + 1);
        }

        boolean isSomebodysId() {
            return SOMEBODYS_ID.matcher(name).matches()
                    || name.equals("id") && SOMEBODY.matcher(of).matches();
        }
    }

    static boolean isSurely(JsonText document, PersonWords words) {
        return new PersonInJson(words).names(document, new At("", "", false, 0));
    }

    static boolean isPerhaps(JsonText document, PersonWords words) {
        return new PersonInJson(words).mayName(document, 0);
    }

    /** The same document where it names nobody. */
    static JsonText blank(JsonText document, boolean isOwn, PersonWords words) {
        PersonInJson person = new PersonInJson(words);
        At root = new At("", "", isOwn, 0);
        return isOwn || person.names(document, root) ? person.blanked(document, root) : document;
    }

    private boolean names(JsonText node, At at) {
        if (node instanceof Fields object) {
            return isNamePair(object)
                    || object.fields().stream()
                            .anyMatch(
                                    field -> words.areIn(field.name()) || names(field.value(), at.field(field, false)));
        }
        if (node instanceof Items array) {
            return array.items().stream().anyMatch(item -> names(item, at));
        }
        if (node instanceof Number number) {
            return at.isSomebodysId() && words.isIdOf(number.digits()) || words.areIn(number.digits());
        }
        return node instanceof Text text
                && (at.isSomebodysId() && words.isIdOf(text.text())
                        || words.areIn(text.text())
                        || within(text, at)
                                .filter(inner -> names(inner, at.within()))
                                .isPresent());
    }

    private boolean mayName(JsonText node, int depth) {
        if (node instanceof Fields object) {
            return object.fields().stream().anyMatch(field -> mayName(field.value(), depth));
        }
        if (node instanceof Items array) {
            return array.items().stream().anyMatch(item -> mayName(item, depth));
        }
        if (!(node instanceof Text text)) {
            return false;
        }
        Optional<JsonText> inner = depth < DEEPEST_WITHIN ? JsonText.within(text.text()) : Optional.empty();
        return inner.map(document -> mayName(document, depth + 1)).orElseGet(() -> words.mayBeIn(text.text()));
    }

    private JsonText blanked(JsonText node, At at) {
        if (node instanceof Fields object) {
            boolean counts = at.isOwn()
                    || isNamePair(object)
                    || object.fields().stream()
                            .anyMatch(
                                    field -> isOfObject(field.value()) && names(field.value(), at.field(field, false)));
            List<Field> fields = new ArrayList<>();
            Set<String> taken = new HashSet<>();
            object.fields().forEach(field -> taken.add(field.name()));
            for (Field field : object.fields()) {
                JsonText value =
                        blanked(field.value(), at.field(field, at.isOwn() || counts && isOfObject(field.value())));
                fields.add(new Field(nameOf(field, taken), value));
            }
            return new Fields(fields);
        }
        if (node instanceof Items array) {
            return new Items(
                    array.items().stream().map(item -> blanked(item, at)).toList());
        }
        if (node instanceof Number number) {
            boolean isId = at.isSomebodysId() && words.isIdOf(number.digits());
            String blanked = isId ? PersonWords.MARK : words.blank(number.digits(), false);
            return blanked.equals(number.digits()) ? node : new Text(blanked);
        }
        return node instanceof Text text ? blanked(text, at) : node;
    }

    /** Objects within it have their own say. */
    private static boolean isOfObject(JsonText value) {
        return !(value instanceof Fields)
                && !(value instanceof Items items && !items.items().stream().allMatch(PersonInJson::isOfObject));
    }

    private JsonText blanked(Text text, At at) {
        if (at.isSomebodysId() && words.isIdOf(text.text()) || words.isWhole(text.text())) {
            return new Text(PersonWords.MARK);
        }
        return within(text, at)
                .map(inner -> {
                    JsonText blanked = blanked(inner, at.within());
                    return blanked.equals(inner) ? text : new Text(blanked.write());
                })
                .orElseGet(() -> new Text(words.blank(text.text(), at.isOwn())));
    }

    private static Optional<JsonText> within(Text text, At at) {
        return at.depth() < DEEPEST_WITHIN ? JsonText.within(text.text()) : Optional.empty();
    }

    /** Another one than all the others in the object. */
    private String nameOf(Field field, Set<String> taken) {
        String blanked = words.blank(field.name(), false);
        if (blanked.equals(field.name())) {
            return blanked;
        }
        String name = blanked;
        for (int i = 2; !taken.add(name); i++) {
            name = blanked + " " + i;
        }
        return name;
    }

    /** {@code "first_name": "小晓", "last_name": "欧阳"}. */
    private boolean isNamePair(Fields object) {
        String first = text(object, FIRST_NAME);
        String last = text(object, LAST_NAME);
        return first != null
                && last != null
                && Stream.of(last + first, first + " " + last).anyMatch(words::areIn);
    }

    private static String text(Fields object, Pattern name) {
        return object.fields().stream()
                .filter(field ->
                        name.matcher(field.name().toLowerCase(Locale.ROOT)).matches())
                .map(Field::value)
                .filter(Text.class::isInstance)
                .map(value -> ((Text) value).text())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }
}
