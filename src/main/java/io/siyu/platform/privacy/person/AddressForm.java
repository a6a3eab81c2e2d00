package io.siyu.platform.privacy.person;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How surely an address and its parts mean the person, as expressions on folded text. An address down to the door is his
 * alone, also without the province, city and district that it begins with. A street with one number is a house, in which
 * others live or work: only the whole of what he gave counts, and only where no further number makes it another's. An area
 * is everybody's.
 */
final class AddressForm {
    /** Province, city, district, each of which people leave out. */
    private static final Pattern AREAS = Pattern.compile("((?:[^0-9路街道]{2,8}?(?:省|自治区|特别行政区))?)"
            + "((?:[^0-9路街道省]{2,8}?(?:自治州|地区|盟|市))?)((?:[^0-9路街道市小]{1,8}?(?:自治县|区|县|旗|市))?)(.+)");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+|[一二三四五六七八九十百]+(?=[号弄栋幢座单室楼层巷组队])");
    private static final Pattern HOUSE_NUMBER = Pattern.compile("(?:" + NUMBER + ")(?:号楼|单元|[号弄栋幢座室楼层巷组队])?");
    private static final Pattern PARTS = Pattern.compile("[\\s,;、]+");
    private static final String GAP = "[\\s\\p{Z}\\p{Cf},;、.#/\\-]{0,3}";
    /** Another number behind a house's makes it a door, which is somebody's. */
    private static final String NO_NUMBER_BEHIND = "(?!" + GAP + "[0-9一二三四五六七八九十])";

    private static final int SHORTEST = 6;
    private static final int SHORTEST_SURE = 8;
    private static final int SHORTEST_HOUSE = 5;
    private static final int SHORTEST_PLACE = 2;
    private static final int NUMBERS_OF_DOOR = 2;

    private final List<String> sure = new ArrayList<>();
    private final List<String> perhaps = new ArrayList<>();
    private final List<String> beside = new ArrayList<>();

    private AddressForm() {}

    static AddressForm of(String address) {
        AddressForm form = new AddressForm();
        String folded = FoldedText.of(address).text().strip();
        String whole = Spellings.signsOf(folded).replaceAll("[,;、.#/\\-]", "");
        if (whole.length() < SHORTEST) {
            return form;
        }
        long numbers = NUMBER.matcher(folded).results().count();
        boolean isSure = numbers > 0 && whole.length() >= SHORTEST_SURE && startsWithPlace(whole);
        String expression = Spellings.bounded(whole, Spellings.lettersOf(whole, GAP));
        if (isSure && numbers == 1) {
            form.sure.add(expression + NO_NUMBER_BEHIND);
        } else if (isSure) {
            form.sure.add(expression);
        }
        if (!isSure || numbers == 1) {
            form.perhaps.add(expression);
        }
        if (isSure && numbers >= NUMBERS_OF_DOOR) {
            form.withoutAreas(whole);
        }
        if (isSure) {
            form.addHouses(whole);
        }
        form.addParts(folded);
        return form;
    }

    List<String> sure() {
        return sure;
    }

    List<String> perhaps() {
        return perhaps;
    }

    List<String> beside() {
        return beside;
    }

    private void withoutAreas(String whole) {
        Matcher areas = AREAS.matcher(whole);
        if (areas.matches()) {
            String rest = areas.group(4);
            if (rest.length() >= SHORTEST_SURE && startsWithPlace(rest)) {
                sure.add(Spellings.bounded(rest, Spellings.lettersOf(rest, GAP)));
            }
        }
    }

    /** 文三路998号, 翡翠小区3栋: where others live as well, and where people write that the person does. */
    private void addHouses(String whole) {
        Matcher areas = AREAS.matcher(whole);
        String rest = areas.matches() ? areas.group(4) : whole;
        if (!NameForm.isWithoutSpaces(rest)) {
            return;
        }
        List<Integer> places = new ArrayList<>();
        int behind = 0;
        Matcher number = HOUSE_NUMBER.matcher(rest);
        while (number.find()) {
            if (number.start() - behind >= SHORTEST_PLACE) {
                places.add(behind);
            }
            behind = number.end();
            for (int place : places) {
                String house = rest.substring(place, behind);
                if (house.length() >= SHORTEST_HOUSE && !house.equals(whole)) {
                    perhaps.add(Spellings.bounded(house, Spellings.lettersOf(house, GAP)));
                }
            }
        }
    }

    private void addParts(String folded) {
        String[] parts = PARTS.split(folded);
        for (String part : parts) {
            if (parts.length == 1 || part.length() < 2 || !NUMBER.matcher(part).find()) {
                continue;
            }
            boolean isHouse = part.length() >= SHORTEST_SURE && startsWithPlace(part);
            (isHouse ? perhaps : beside).add(Spellings.bounded(part, Spellings.lettersOf(part, GAP)));
        }
    }

    /** A street or a place stands before the number; or the number before the street, abroad. */
    private static boolean startsWithPlace(String text) {
        boolean isAbroad = !NameForm.isWithoutSpaces(text);
        int letters = 0;
        while (letters < text.length() && Character.isLetter(text.charAt(letters))) {
            letters++;
        }
        return letters >= 2
                || isAbroad && text.chars().filter(Character::isLetter).count() >= SHORTEST;
    }
}
