-- Several models of purchases are fitted beside each other: all of them are kept with their parameters and how well each
-- did, with the name of the one that holds, or the reason why none does.
ALTER TABLE forecast_fit
    ADD COLUMN model  VARCHAR(10) NULL,
    ADD COLUMN no_fit VARCHAR(20) NULL,
    ADD COLUMN tried  TEXT        NULL;

UPDATE forecast_fit
SET model = 'BG_NBD',
    tried = CONCAT('{"splitDay":', COALESCE(JSON_EXTRACT(quality, '$.splitDay'), 'null'),
                   ',"days":', COALESCE(JSON_EXTRACT(quality, '$.days'), '0'),
                   ',"candidates":[{"kind":"BG_NBD","fit":{"model":{"kind":"BG_NBD","r":', r, ',"alpha":', alpha,
                   ',"a":', a, ',"b":', b, '},"logLikelihood":', log_likelihood, ',"isAtBound":false},"holdout":',
                   COALESCE(JSON_EXTRACT(quality, '$.holdout'), 'null'), ',"flaw":null}]}')
WHERE r IS NOT NULL;

ALTER TABLE forecast_fit
    DROP COLUMN r,
    DROP COLUMN alpha,
    DROP COLUMN a,
    DROP COLUMN b,
    DROP COLUMN log_likelihood,
    DROP COLUMN quality;
