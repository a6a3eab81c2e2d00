package io.siyu.forecast.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What is published about CDNOW: Fader, Hardie, Lee 2005, tables 2 and section 5; Hardie's notes on implementing
 * BG/NBD in a spreadsheet; Fader, Hardie 2013 for the spend.
 */
class PublishedFiguresTest {
    private static final PurchaseFit FIT = PurchaseFit.of(ModelKind.BG_NBD, Cdnow.histories());
    private static final PurchaseFit MODIFIED = PurchaseFit.of(ModelKind.MBG_NBD, Cdnow.histories());

    @Test
    void theFitFindsThePublishedParameters() {
        assertThat(FIT.model().r()).isEqualTo(.243, within(.0005));
        assertThat(FIT.model().alpha()).isEqualTo(4.414, within(.0005));
        assertThat(FIT.model().a()).isEqualTo(.793, within(.0005));
        assertThat(FIT.model().b()).isEqualTo(2.426, within(.0005));
        assertThat(FIT.logLikelihood()).isEqualTo(-9582.4, within(.05));
    }

    @Test
    void expectationsAreThePublishedOnes() {
        PurchaseModel model = FIT.model();
        assertThat(model.expectedPurchases(new PurchaseHistory(2, 30.43, 38.86), 39))
                .isEqualTo(1.226, within(.0005));
        assertThat(model.expectedPurchases(1)).isEqualTo(.0532, within(.00005));
        assertThat(model.expectedPurchases(32)).isEqualTo(1.0437, within(.00005));
        assertThat(model.expectedPurchases(78)).isEqualTo(1.858, within(.0005));
    }

    /** As the R package BTYDplus finds them, and after it the Python package lifetimes. */
    @Test
    void theFitOfMbgNbdFindsThePublishedParameters() {
        assertThat(MODIFIED.model().r()).isEqualTo(.525, within(.0005));
        assertThat(MODIFIED.model().alpha()).isEqualTo(6.183, within(.001));
        assertThat(MODIFIED.model().a()).isEqualTo(.891, within(.0005));
        assertThat(MODIFIED.model().b()).isEqualTo(1.614, within(.001));
        assertThat(MODIFIED.logLikelihood()).isEqualTo(-9582.13, within(.01));
    }

    @Test
    void theSpendOfRepeatBuyersIsThePublishedOne() {
        WeightedSpends spends = Cdnow.spends();
        GammaGamma model = GammaGammaFit.of(spends).model();
        assertThat(spends.buyers()).isEqualTo(946);
        assertThat(model.p()).isEqualTo(6.25, within(.005));
        assertThat(model.q()).isEqualTo(3.74, within(.005));
        assertThat(model.v()).isEqualTo(15.44, within(.01));
    }

    @Test
    void aBuyerOfTwoHundredPurchasesIsANumberLikeAllOthers() {
        PurchaseHistory busy = new PurchaseHistory(221, 103.43, 103.57);
        assertThat(FIT.model().probabilityAlive(busy)).isBetween(.99, 1.);
        assertThat(FIT.model().expectedPurchases(busy, 39)).isBetween(60., 80.);
        assertThat(FIT.model().timeToNext(busy, .5)).isBetween(.3, .4);
    }
}
