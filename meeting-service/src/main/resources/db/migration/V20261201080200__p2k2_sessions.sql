-- Modules and sessions of P2K2, in order. A version is the whole material; a session that was recorded keeps its code.
CREATE TABLE p2k2_session (
    policy_code  text NOT NULL,
    valid_from   date NOT NULL,
    position     int  NOT NULL CHECK (position > 0),
    code         text NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9_-]{1,39}$'),
    title        text NOT NULL CHECK (title <> ''),
    module       text NOT NULL CHECK (module ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    module_title text NOT NULL CHECK (module_title <> ''),
    course       text NOT NULL CHECK (course IN ('REGULAR', 'STUNTING', 'ADAPTIVE')),
    number       int  NOT NULL CHECK (number > 0),
    legal_basis  text NOT NULL CHECK (legal_basis <> ''),
    PRIMARY KEY (policy_code, code),
    UNIQUE (policy_code, position),
    UNIQUE (policy_code, module, number),
    UNIQUE (valid_from, code)
);
INSERT INTO p2k2_session (policy_code, valid_from, position, code, title, module, module_title, course, number, legal_basis)
SELECT 'P2K2-2026', DATE '2018-01-01', position, code, title, module, module_title, course,
       row_number() OVER (PARTITION BY module ORDER BY position),
       'choice: modules and sessions as the field names them; the order within a module is that of the handbooks (unconfirmed)'
  FROM (VALUES
    ( 1, 'PARENTING-1', 'Menjadi orang tua yang lebih baik',          'PARENTING',  'Pengasuhan dan Pendidikan Anak', 'REGULAR'),
    ( 2, 'PARENTING-2', 'Memahami perilaku anak',                     'PARENTING',  'Pengasuhan dan Pendidikan Anak', 'REGULAR'),
    ( 3, 'PARENTING-3', 'Memahami cara anak usia dini belajar',       'PARENTING',  'Pengasuhan dan Pendidikan Anak', 'REGULAR'),
    ( 4, 'PARENTING-4', 'Membantu anak sukses di sekolah',            'PARENTING',  'Pengasuhan dan Pendidikan Anak', 'REGULAR'),
    ( 5, 'FINANCE-1',   'Mengelola keuangan keluarga',                'FINANCE',    'Pengelolaan Keuangan Keluarga',  'REGULAR'),
    ( 6, 'FINANCE-2',   'Cermat meminjam dan menabung',               'FINANCE',    'Pengelolaan Keuangan Keluarga',  'REGULAR'),
    ( 7, 'FINANCE-3',   'Memulai usaha',                              'FINANCE',    'Pengelolaan Keuangan Keluarga',  'REGULAR'),
    ( 8, 'HEALTH-1',    'Kehamilan dan seribu hari pertama',          'HEALTH',     'Kesehatan dan Gizi',             'REGULAR'),
    ( 9, 'HEALTH-2',    'Ibu menyusui dan balita',                    'HEALTH',     'Kesehatan dan Gizi',             'REGULAR'),
    (10, 'HEALTH-3',    'Kesakitan pada anak dan kesehatan lingkungan', 'HEALTH',   'Kesehatan dan Gizi',             'REGULAR'),
    (11, 'PROTECTION-1', 'Mencegah kekerasan terhadap anak',          'PROTECTION', 'Perlindungan Anak',              'REGULAR'),
    (12, 'PROTECTION-2', 'Mencegah penelantaran dan eksploitasi anak', 'PROTECTION', 'Perlindungan Anak',             'REGULAR'),
    (13, 'WELFARE-1',   'Pelayanan bagi disabilitas berat',           'WELFARE',    'Kesejahteraan Sosial',           'REGULAR'),
    (14, 'WELFARE-2',   'Kesejahteraan lanjut usia',                  'WELFARE',    'Kesejahteraan Sosial',           'REGULAR'),
    (15, 'STUNTING-01', 'Masalah stunting',                           'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (16, 'STUNTING-02', 'Ibu hamil, bagian pertama',                  'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (17, 'STUNTING-03', 'Ibu hamil, bagian kedua',                    'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (18, 'STUNTING-04', 'Ibu hamil, bagian ketiga',                   'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (19, 'STUNTING-05', 'Bayi baru lahir dan ibu menyusui',           'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (20, 'STUNTING-06', 'Stimulasi anak 0 sampai 6 bulan',            'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (21, 'STUNTING-07', 'Stimulasi anak 6 sampai 12 bulan',           'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (22, 'STUNTING-08', 'Stimulasi anak 1 sampai 2 tahun',            'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (23, 'STUNTING-09', 'Stimulasi anak 2 sampai 6 tahun',            'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (24, 'STUNTING-10', 'Memanfaatkan bantuan untuk gizi',            'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (25, 'STUNTING-11', 'Mencuci tangan',                             'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (26, 'STUNTING-12', 'Jamban sehat',                               'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (27, 'STUNTING-13', 'Pemetaan',                                   'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (28, 'STUNTING-14', 'Rujukan',                                    'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (29, 'STUNTING-15', 'Rencana aksi',                               'STUNTING',   'Pencegahan Stunting',            'STUNTING'),
    (30, 'ADAPTIVE-1',  'Materi tambahan',                            'ADAPTIVE',   'Materi Adaptif',                 'ADAPTIVE')
  ) AS s (position, code, title, module, module_title, course);
CREATE TRIGGER p2k2_session_versions BEFORE INSERT OR UPDATE OR DELETE ON p2k2_session
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('P2K2_MATERIAL');

-- The session by its code, where it is known. The texts of sheets stay beside it.
ALTER TABLE meeting ADD COLUMN session_code text CHECK (kind = 'P2K2' OR session_code IS NULL);
ALTER TABLE meeting_revision ADD COLUMN session_code text;
