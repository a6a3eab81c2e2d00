package io.siyu.it.kill;

/** What one replica does at a time, under a lease that says which. */
abstract class LeasedWork implements Work {
    private String ownerBefore;

    /** Whose the lease is; null for nobody's. */
    abstract String owner();

    @Override
    public boolean isAt(long pid) {
        String owner = owner();
        return owner != null && owner.contains("/" + pid + "/");
    }

    @Override
    public void struck() {
        ownerBefore = owner();
    }

    @Override
    public boolean goesOn(long sinceNanos) {
        String owner = owner();
        return owner != null && !owner.equals(ownerBefore) || isOver();
    }
}
