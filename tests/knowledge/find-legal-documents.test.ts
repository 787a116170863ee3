import fc from 'fast-check'
import {
  findLegalDocuments,
  readLegalBasis,
  toDocumentId,
} from '../../src/knowledge/find-legal-documents'
import { loadKnowledge } from '../../src/knowledge/load-knowledge'
import { readSourceFiles } from '../../src/knowledge/source-file'

describe('documents in a text', () => {
  test.each([
    ['Luật Căn cước số 26/2023/QH15 (27/11/2023)', ['Luật Căn cước 26/2023/QH15']],
    [
      'Luật Căn cước 26/2023/QH15, Điều 3, Điều 46; Nghị định 70/2024/NĐ-CP',
      ['Luật Căn cước 26/2023/QH15', 'Nghị định 70/2024/NĐ-CP'],
    ],
    [
      'Nghị định 58/2026/NĐ-CP, Điều 5 (sửa Điều 12 Nghị định 70/2024)',
      ['Nghị định 58/2026/NĐ-CP', 'Nghị định 70/2024/NĐ-CP'],
    ],
    [
      'sửa NĐ 70/2024 và NĐ 154/2024: thông tin',
      ['Nghị định 70/2024/NĐ-CP', 'Nghị định 154/2024/NĐ-CP'],
    ],
    ['Thông tư 17/2024/TT-BCA.', ['Thông tư 17/2024/TT-BCA']],
    ['Nghị quyết\n66.22/2026/NQ-CP, Phụ lục II', ['Nghị quyết 66.22/2026/NQ-CP']],
    ['Đề án 06 (Quyết định 06/QĐ-TTg ngày 06/01/2022)', ['Quyết định 06/QĐ-TTg']],
    ['Quyết định 5230/QĐ-BCA-C06', ['Quyết định 5230/QĐ-BCA-C06']],
    ['Đề cương kèm CV 1579-CV/BTGTU', ['Công văn 1579-CV/BTGTU']],
    ['căn cứ Công văn số 1451/UBND-KSTTHC ngày 17/5/2023', ['Công văn 1451/UBND-KSTTHC']],
    ['theo 118/2025/QH15 và lại 118/2025/QH15', ['118/2025/QH15']],
    ['Luật Căn cước, rồi 70/2024/NĐ-CP', ['70/2024/NĐ-CP']],
    ['Từ 01/7/2024 đến 31/12/2024, mở 24/7, tỷ lệ 1/2, gọi 1900 0368', []],
    ['CCCD/VNeID, 3/CMND, mẫu 70/2024 của phường', []],
  ])('%s', (text, names) => {
    expect(findLegalDocuments(text).map(({ name }) => name)).toEqual(names)
  })

  test.each([
    ['Bộ luật Hình sự, Điều 174', ['Bộ luật Hình sự']],
    ['Bộ luật Tố tụng hình sự 2015, Điều 144-146', ['Bộ luật Tố tụng hình sự 2015']],
    [
      'Luật Trật tự, an toàn giao thông đường bộ 2024, Điều 58',
      ['Luật Trật tự, an toàn giao thông đường bộ 2024'],
    ],
    [
      'Thông tư 16/2025/TT-BTC; Luật Lý lịch tư pháp (sửa bởi Luật 107/2025/QH15)',
      ['Thông tư 16/2025/TT-BTC', 'Luật 107/2025/QH15', 'Luật Lý lịch tư pháp'],
    ],
    [
      'Luật Quản lý thuế 2019 (Điều 35) và hướng dẫn của Cục Thuế; văn bản của BHXH Việt Nam',
      ['Luật Quản lý thuế 2019'],
    ],
    [
      'Thông tư 73/2024/TT-BCA, Điều 8 khoản 1 điểm b; Điều 14 khoản 3',
      ['Thông tư 73/2024/TT-BCA'],
    ],
  ])('a basis: %s', (basis, names) => {
    expect(readLegalBasis(basis).map(({ name }) => name)).toEqual(names)
  })

  test.each([
    ['70/2024/NĐ-CP', '70-2024-nd-cp'],
    ['70/2024/nđ-cp', '70-2024-nd-cp'],
    ['06/QĐ-TTg', '6-qd-ttg'],
    ['6/QĐ-TTg', '6-qd-ttg'],
    ['66.22/2026/NQ-CP', '66-22-2026-nq-cp'],
    ['1579-CV/BTGTU', '1579-cv-btgtu'],
  ])('%s has the id %s', (written, id) => expect(toDocumentId(written)).toBe(id))

  test('every basis of the campaign names a document', () => {
    const { knowledge } = loadKnowledge(readSourceFiles('knowledge'))
    const facts = [...(knowledge?.facts.values() ?? [])]
    const without = facts.filter(
      ({ legal_basis }) => legal_basis && readLegalBasis(legal_basis).length === 0,
    )
    expect(facts.length).toBeGreaterThan(100)
    expect(without.map(({ id }) => id)).toEqual([])
  })

  test('whatever stands around a number, and however marks are written, it is the same document', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aăâđêôơưì ,.;()\n'), maxLength: 30 })
    fc.assert(
      fc.property(word, word, fc.constantFrom('NFC', 'NFD'), (before, after, form) => {
        const text = `${before} 70/2024/NĐ-CP ${after}`.normalize(form)
        expect(findLegalDocuments(text).map(({ id }) => id)).toEqual(['70-2024-nd-cp'])
      }),
    )
  })
})
