package io.siyu.forecast.model;

/** The models of when a buyer purchases and goes that are fitted beside each other. */
public enum ModelKind {
    /** Fader, Hardie, Lee 2005: a buyer may go after each repeat purchase. Who never repeated has not gone. */
    BG_NBD(0),
    /** Batislam, Denizel, Filiztekin 2007: a buyer may go after every purchase, the first one too. */
    MBG_NBD(1);

    private final int risksAtFirst;

    ModelKind(int risksAtFirst) {
        this.risksAtFirst = risksAtFirst;
    }

    /** How often a buyer may have gone who purchased x times more: x and this. */
    int risksAtFirst() {
        return risksAtFirst;
    }
}
