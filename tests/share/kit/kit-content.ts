import { loadFlows } from '../../../src/flows/load-flows'
import type { KnowledgeBase } from '../../../src/knowledge/knowledge-base'
import { loadKnowledge } from '../../../src/knowledge/load-knowledge'
import { readSourceFiles } from '../../../src/knowledge/source-file'
import type { Unit } from '../../../src/knowledge/units'
import type { Shareable } from '../../../src/share/kit/shared'

/** A ward with a long code and name, long enough to crowd every sheet. */
export const WARD: Unit = {
  code: 'phuong-hoan-kiem-mau-khong-co-that',
  name: 'Phường Mẫu Không Có Thật',
  office: 'Công an phường Mẫu Không Có Thật, bộ phận tiếp nhận hồ sơ căn cước',
  address: 'số 1 ngõ 23 đường Nguyễn Thị Mẫu, tầng 2 nhà sinh hoạt cộng đồng số 4, phường Mẫu',
  hours:
    'thứ Hai đến thứ Sáu, 8 giờ đến 12 giờ và 13 giờ 30 đến 17 giờ; sáng thứ Bảy, 8 giờ đến 12 giờ',
  phone: '024 0000 0001',
}

/** The campaign's own knowledge and guides, with a ward among its units, and no official notice. */
export function loadCampaign(): Shareable {
  const { knowledge } = loadKnowledge(readSourceFiles('knowledge'))
  if (!knowledge) throw new Error('the campaign cannot be read')
  const withWard: KnowledgeBase = {
    ...knowledge,
    units: { ...knowledge.units, units: [WARD] },
  }
  const { flows } = loadFlows(readSourceFiles('flows'))
  return {
    knowledge: withWard,
    flows: new Map(flows.map((flow) => [flow.flow.id, flow])),
    bulletins: [],
  }
}
