package io.siyu.buyer.match;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContactsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13912345678",
                "'13912345678",
                "‘13912345678",
                " 139 1234 5678 ",
                "139-1234-5678",
                "+86 139-1234-5678",
                "+86（139）12345678",
                "8613912345678",
                "008613912345678",
                "0086-139 1234 5678",
                "013912345678",
                "１３９１２３４５６７８",
                "\u202a13912345678\u202c",
                "13912345678\t"
            })
    void bringsChineseMobilesToOneSpelling(String text) {
        assertThat(Contacts.phone(text)).isEqualTo("+8613912345678");
    }

    @ParameterizedTest
    @CsvSource({"+1 415-555-0132,+14155550132", "+44 7400 123456,+447400123456", "0081 90-1234-5678,+819012345678"})
    void takesForeignNumbersWithTheirCountry(String text, String e164) {
        assertThat(Contacts.phone(text)).isEqualTo(e164);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "-",
                "null",
                "139****5678",
                "139＊＊＊＊5678",
                "139XXXX5678",
                "1391234567",
                "139123456789",
                "12912345678",
                "010-88886666",
                "+86 10 8888 6666",
                "+44 20 7946 0958",
                "400-820-8820",
                "95588",
                "+86 139",
                "13800000000-1234",
                "13800000000 转 1234",
                "13800000000转1234",
                "13800000000 ext. 12",
                "13800000000#12",
                "+1 415-555-0132 ext 5",
                "13912345678/13812345678",
                "##13912345678##"
            })
    void takesWhatReachesNobodyForCertainForNone(String text) {
        assertThat(Contacts.phone(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Li.Lei@Example.com,li.lei@example.com", " a+b@qq.com ,a+b@qq.com", "ａ@qq.com,a@qq.com"})
    void bringsAddressesToLowerCase(String text, String address) {
        assertThat(Contacts.email(text)).isEqualTo(address);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "a@b",
                "l***@qq.com",
                "a b@qq.com",
                "none@none.com",
                "NULL@example.com",
                "no-reply@shop.com",
                "noreply@shop.com",
                "x@nomail.com",
                "x@no-email.org",
                "x@localhost",
                "x@shop.invalid",
                "<a@qq.com>",
                "a@qq.com,b@qq.com"
            })
    void takesMaskedAndMadeUpAddressesForNone(String text) {
        assertThat(Contacts.email(text)).isNull();
    }

    @Property
    void readsAMobileNumberThatAProgramTookForANumber(
            @ForAll @LongRange(min = 13000000000L, max = 19999999999L) long mobile) {
        String expected = "+86" + mobile;
        assertThat(Contacts.phone(mobile + ".0")).isEqualTo(expected);
        assertThat(Contacts.phone(mobile + ".00")).isEqualTo(expected);
        assertThat(Contacts.phone("86" + mobile + ".0")).isEqualTo(expected);
        assertThat(Contacts.phone("%,d".formatted(mobile))).isEqualTo(expected);
        assertThat(Contacts.phone("%.10e".formatted((double) mobile))).isEqualTo(expected);
        assertThat(Contacts.phone("%.5e".formatted((double) mobile))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1.3800138E+10,+8613800138000", "1.3800138001E10,+8613800138001", "8.6138001380e12,+8613800138000"})
    void readsAnExponentThatHasAllDigits(String text, String phone) {
        assertThat(Contacts.phone(text)).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.38E+10", "1.38001E+10", "1.380014e+10", "13800138000.5", "13,80,0138,000", "1.38001380001E+10"
            })
    void readsNoPhoneOfWhichDigitsAreLost(String text) {
        assertThat(Contacts.phone(text)).isNull();
    }
}
