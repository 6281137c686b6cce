CREATE TABLE public.numbers (
    series integer NOT NULL,
    number integer NOT NULL,
    state character varying NOT NULL,
    holder character varying NOT NULL,
    document character varying NOT NULL,
    sha256 character varying NOT NULL,
    reason character varying NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.series (
    id integer NOT NULL,
    issuer character varying NOT NULL,
    type character varying NOT NULL,
    year integer NOT NULL,
    following integer NOT NULL
);
CREATE SEQUENCE public.series_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.series_id_seq OWNED BY public.series.id;
ALTER TABLE ONLY public.series ALTER COLUMN id SET DEFAULT nextval('public.series_id_seq'::regclass);
INSERT INTO public.numbers VALUES (1, 41, 'đã cấp', 'đợt 1356ea13', 'qd-41.docx', '4a608db6deecd769a1d33864990315cb78ecb393f65f007bfb25f474a45ad0bf', '', '2026-11-26 16:19:44.79577+00');
INSERT INTO public.numbers VALUES (1, 42, 'đã cấp', 'đợt 1356ea13', 'qd-42.docx', '849c505c932f994151478d5e07f8adc35ecf3b501e4cd2c280df9259e3359f54', '', '2026-11-26 16:19:44.79577+00');
INSERT INTO public.numbers VALUES (1, 43, 'đã cấp', 'đợt 1356ea13', 'qd-43.docx', '776eb6c1507b8044522775fd86f9fd3370590e110f12f1cca4f7748ca39b3710', '', '2026-11-26 16:19:44.79577+00');
INSERT INTO public.numbers VALUES (1, 44, 'đang giữ', 'Phòng Khuyến công', '', '', '', '2026-11-26 16:19:46.966514+00');
INSERT INTO public.numbers VALUES (1, 46, 'đang giữ', 'Phòng Khuyến công', '', '', '', '2026-11-26 16:19:46.966514+00');
INSERT INTO public.numbers VALUES (1, 45, 'bỏ trống', 'Phòng Khuyến công', '', '', 'rút hồ sơ', '2026-11-26 16:19:48.969615+00');
INSERT INTO public.series VALUES (1, 'BCT', 'QĐ', 2026, 47);
SELECT pg_catalog.setval('public.series_id_seq', 1, true);
ALTER TABLE ONLY public.numbers
    ADD CONSTRAINT numbers_pkey PRIMARY KEY (series, number);
ALTER TABLE ONLY public.series
    ADD CONSTRAINT series_issuer_type_year_key UNIQUE (issuer, type, year);
ALTER TABLE ONLY public.series
    ADD CONSTRAINT series_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.numbers
    ADD CONSTRAINT numbers_series_fkey FOREIGN KEY (series) REFERENCES public.series(id);
